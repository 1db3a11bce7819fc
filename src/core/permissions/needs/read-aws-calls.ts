import type { AwsCall } from './aws-call.ts';

/** Words, texts in quotes and what the shell puts in; quotes come off. */
const WORD = /(?:"[^"]*"|'[^']*'|\$\([^)]*\)|[^\s"'])+/g;
const withoutQuotes = (word: string): string => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? '');

/** Commands of one line, as far as they are told apart by what stands between them. */
const SEPARATOR = /&&|\|\||[;|&]|\$\(|`|\)/;

/** Options before the service that take a value. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html */
const GLOBAL: ReadonlySet<string> = new Set(['--region', '--profile', '--output', '--query', '--endpoint-url', '--ca-bundle', '--color', '--cli-read-timeout', '--cli-connect-timeout']);

function readCommand(command: string, line: number): AwsCall | undefined {
  const words = [...command.matchAll(WORD)].map(([word]) => withoutQuotes(word));
  const start = words.indexOf('aws');
  const isCommand = start >= 0 && words.slice(0, start).every((word) => word === 'sudo' || word.startsWith('-') || /^(?:then|do|else|if|!|[A-Za-z_]\w*=.*)$/.test(word));
  if (!isCommand) return undefined;
  const rest = words.slice(start + 1);
  const before: string[] = [];
  while (rest[0]?.startsWith('--')) before.push(...rest.splice(0, GLOBAL.has(rest[0]) ? 2 : 1));
  const [service, operation, ...args] = rest;
  return service === undefined ? undefined : { service, operation: operation ?? '', args: [...args, ...before], line };
}

/** Lines with those that a backslash joins to them, by the number of the first. */
function joinLines(script: string): readonly { readonly text: string; readonly line: number }[] {
  const joined: { text: string; line: number; isOpen: boolean }[] = [];
  for (const [index, text] of script.split(/\r?\n/).entries()) {
    const last = joined.at(-1);
    const isOpen = text.endsWith('\\');
    const part = isOpen ? text.slice(0, -1) : text;
    if (last?.isOpen) Object.assign(last, { text: `${last.text} ${part.trim()}`, isOpen });
    else joined.push({ text: part, line: index + 1, isOpen });
  }
  return joined;
}

/** The calls of the command line interface in a shell script, line by line. Comments are passed over. */
export function readAwsCalls(script: string): readonly AwsCall[] {
  return joinLines(script)
    .filter(({ text }) => !/^\s*#/.test(text))
    .flatMap(({ text, line }) => text.split(SEPARATOR).flatMap((command) => readCommand(command, line) ?? []));
}
