import { regions } from '../aws/regions.ts';
import { optionValues } from './option-values.ts';
import type { ShellCommand } from './read-shell.ts';
import type { UserData } from './read-user-data.ts';

/** A Region that a script names, by what it is set with. */
export interface MentionedRegion {
  readonly code: string;
  readonly line: number;
  /** `--region`, or the variable. */
  readonly from: string;
}

const VARIABLES = /^(AWS_DEFAULT_REGION|AWS_REGION)=(.*)$/;
const isRegion = (word: string): boolean => regions.some(({ code }) => code === word);

function inCommand({ name, args, line }: ShellCommand): readonly MentionedRegion[] {
  if (name === 'aws') return optionValues(args, ['--region']).map((code) => ({ code, line, from: '--region' }));
  if (name !== 'export') return [];
  return args.flatMap((word) => {
    const [, from = '', code = ''] = VARIABLES.exec(word) ?? [];
    return { code, line, from };
  });
}

/** The Regions that the commands of a script name for AWS: by `--region`, AWS_DEFAULT_REGION and AWS_REGION. */
export const mentioned = ({ commands }: Pick<UserData, 'commands'>): readonly MentionedRegion[] => commands.flatMap(inCommand).filter(({ code }) => isRegion(code));
