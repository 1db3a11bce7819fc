import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one command line did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Where examples are run: `run` is given what stands behind `reachable`, and works in `folder`. */
export interface Shell {
  readonly folder: string;
  run(argv: readonly string[]): Promise<Ran>;
}

/** A command as a page writes it: `reachable why plan.vpc.json --from internet | head -3 > answer.txt`. */
interface Line {
  readonly argv: readonly string[];
  /** Which lines of the output are shown: the first, or from the end the last. */
  readonly shown: readonly [start: number, end?: number];
  readonly into: string | undefined;
}

const PROMPT = '$ ';
const CONTINUED = /\\$/;
const FENCE = '```';
const PART = /\s+\|\s+(head|tail) -(?:n )?(\d+)$/;
const INTO = /\s+>\s+(\S+)$/;

/** Words parted by blanks; what stands in quotes is one word. */
function splitWords(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

/** @throws Error for what is not a command line of `reachable`: a page that cannot be run is wrong. */
function readLine(text: string): Line {
  const into = INTO.exec(text)?.[1];
  const withoutFile = text.replace(INTO, '');
  const [, part, count] = PART.exec(withoutFile) ?? [];
  const [program, ...argv] = splitWords(withoutFile.replace(PART, ''));
  if (program !== 'reachable') throw new Error(`An example begins with "reachable", not with "${program ?? ''}": ${text}`);
  return { argv, shown: part === undefined ? [0] : part === 'head' ? [0, Number(count)] : [-Number(count)], into };
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

async function runLine(shell: Shell, text: string): Promise<readonly string[]> {
  const { argv, shown, into } = readLine(text);
  const { code, out, error } = await shell.run(argv);
  if (into !== undefined) writeFileSync(join(shell.folder, into), out);
  const lines = into === undefined ? linesOf(out).slice(...shown) : [];
  return [...lines, ...linesOf(error), ...(code === 0 ? [] : [`[exit code ${code}]`])].map((line) => line.trimEnd());
}

/** The commands of a block, each with the lines it is written in. What stands between them is old output. */
function commandsIn(block: readonly string[]): readonly (readonly string[])[] {
  const commands: string[][] = [];
  let isContinued = false;
  for (const line of block) {
    if (line.startsWith(PROMPT)) commands.push([line]);
    else if (isContinued) commands[commands.length - 1]?.push(line);
    else continue;
    isContinued = CONTINUED.test(line);
  }
  return commands;
}

const joinCommand = (lines: readonly string[]): string => lines.map((line) => line.replace(CONTINUED, '').trim()).join(' ').slice(PROMPT.length);

async function refreshBlock(shell: Shell, block: readonly string[]): Promise<readonly string[]> {
  const refreshed: string[] = [];
  for (const lines of commandsIn(block)) {
    if (refreshed.length > 0) refreshed.push('');
    refreshed.push(...lines, ...(await runLine(shell, joinCommand(lines))));
  }
  return refreshed;
}

/**
 * A page whose examples say what the program says now: in each block fenced as `console`, the lines after a `$` are
 * replaced by what the command printed. A block fenced as `json NAME` is put into the folder as a file first.
 * @throws Error for an example that is not a command line of `reachable`.
 */
export async function refreshExamples(text: string, shell: Shell): Promise<string> {
  const done: string[] = [];
  let block: { readonly info: string; readonly lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    if (block === undefined) {
      if (line.startsWith(FENCE)) block = { info: line.slice(FENCE.length), lines: [] };
      done.push(line);
    } else if (line === FENCE) {
      const [kind, name] = block.info.split(' ');
      if (kind === 'json' && name !== undefined) writeFileSync(join(shell.folder, name), `${block.lines.join('\n')}\n`);
      done.push(...(kind === 'console' ? await refreshBlock(shell, block.lines) : block.lines), line);
      block = undefined;
    } else block.lines.push(line);
  }
  return done.join('\n');
}
