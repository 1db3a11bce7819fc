import type { Instance } from '../../model/resources/index.ts';
import type { Draft } from './draft.ts';
import { textIn } from './record.ts';

type OperatingSystem = Instance['operatingSystem'];

/** How the makers of images name them. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html */
const NAMES: readonly (readonly [RegExp, OperatingSystem])[] = [
  [/windows/i, 'windows'],
  [/\bal2023-ami|amazon linux 2023/i, 'amazon-linux-2023'],
  [/\bamzn2-ami|amazon linux 2\b/i, 'amazon-linux-2'],
  [/ubuntu/i, 'ubuntu'],
];

const matching = (name: string | undefined): OperatingSystem | undefined =>
  name === undefined ? undefined : NAMES.find(([pattern]) => pattern.test(name))?.[1];

/** The operating system of an instance as far as its platform or its image's name and description tell; else `other`. */
export function readOperatingSystem(draft: Draft, known: { readonly image: string | undefined; readonly platform: string | undefined }): OperatingSystem {
  const image = draft.recordsOf('Images').find(({ record }) => record['ImageId'] === known.image)?.record;
  const name = image && textIn(image, 'Name');
  const description = image && textIn(image, 'Description');
  const platform = image && textIn(image, 'PlatformDetails', 'Platform');
  return matching(known.platform) ?? matching(name) ?? matching(description) ?? matching(platform) ?? 'other';
}
