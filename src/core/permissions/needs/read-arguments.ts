import { UNKNOWN_PART } from '../match-pattern.ts';

/** The words of a call: those that stand for themselves, and the options with their values. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Options of `aws s3` that take no value, and those of every command. https://docs.aws.amazon.com/cli/latest/reference/s3/ */
const FLAGS: ReadonlySet<string> = new Set([
  ...['--recursive', '--quiet', '--only-show-errors', '--dryrun', '--delete', '--force', '--exact-timestamps', '--size-only', '--follow-symlinks'],
  ...['--force-glacier-transfer', '--ignore-glacier-warnings', '--human-readable', '--summarize'],
  ...['--debug', '--cli-auto-prompt', '--with-decryption', '--consistent-read', '--overwrite'],
]);
const isFlag = (option: string): boolean => FLAGS.has(option) || option.startsWith('--no-');

/** Options that take several values. */
const TAKES_SEVERAL: ReadonlySet<string> = new Set(['--names']);

/** A word whose value only the shell knows. */
const isExpanded = (word: string): boolean => /[$`]/.test(word);

/** What is known of a word: all up to what the shell puts in, and after it. */
export const knownText = (word: string): string => (isExpanded(word) ? word.replace(/\$\{[^}]*\}|\$\([^)]*\)|`[^`]*`|\$\w+/g, UNKNOWN_PART).replace(/[$`]/g, UNKNOWN_PART) : word);

/** Sorts the words after an operation into positional ones and options (`--key value`, `--key=value`, several values). */
export function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  let open: string[] | undefined;
  let isGreedy = false;
  for (const word of args) {
    if (word.startsWith('--')) {
      const [name = word, value] = word.split(/=(.*)/s);
      open = options.get(name) ?? [];
      options.set(name, open);
      if (value !== undefined) open.push(knownText(value));
      if (value !== undefined || isFlag(name)) open = undefined;
      isGreedy = TAKES_SEVERAL.has(name);
    } else if (open) {
      open.push(knownText(word));
      if (!isGreedy) open = undefined;
    } else words.push(knownText(word));
  }
  return { words, options };
}

export const optionOf = ({ options }: Arguments, name: string): string | undefined => options.get(name)?.[0];
