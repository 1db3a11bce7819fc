import { decodeBase64 } from '../text/base64.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import type { Draft } from './draft.ts';

/**
 * Gives an instance its user data, which AWS prints in base64; a text that is not base64 is taken for the script itself.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
 */
export function putUserData(draft: Draft, id: string, encoded: string): void {
  const bytes = decodeBase64(encoded);
  const script = bytes === undefined ? encoded : decodeUtf8(bytes);
  if (script !== undefined) {
    draft.change(id, 'instance', (instance) => ({ ...instance, userData: script }));
    return;
  }
  const sentence = `The user data of ${id} is no text (it may be compressed); it was left out.`;
  draft.note({ type: 'InstanceAttributes', count: 1, outcome: 'skipped', sentence });
}
