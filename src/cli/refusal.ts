const LONGEST_LINE = 400;
const PREFIX = 'reachable: ';

/** A command that cannot go on because of what it was given: one sentence, exit code 2. */
export class Refusal extends Error {}

/** Stops the command with a sentence that names the file or the word and says what to do. */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}

/** The one line of standard error: no line breaks, no control characters, 400 characters at most. */
export function toErrorLine(sentence: string): string {
  const line = `${PREFIX}${sentence}`.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return `${line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line}\n`;
}
