import { forEachChild, parse, type Command, type HereDoc, type SyntaxNode } from 'unbash';
import { assignedText, expandWord } from './shell-words.ts';
import { isShellOfInput, scriptOfCommand, unwrapCommand, type CommandWords } from './unwrap-command.ts';

/** A command that a script runs. `line` counts from 1 in the whole text. */
export interface ShellCommand {
  readonly name: string;
  readonly args: readonly string[];
  readonly line: number;
  /** Whether it is run only in a branch, in a loop, or when another command fails. */
  readonly isConditional: boolean;
  readonly isInBackground: boolean;
  /** Files that its output goes to. */
  readonly writes?: readonly string[];
}

/** What cannot be read as shell. */
export interface ShellFault {
  readonly line: number;
  readonly message: string;
}

/** What a script runs, in its order, and the variables that it sets to plain texts. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  readonly variables: ReadonlyMap<string, string>;
  readonly faults: readonly ShellFault[];
  /** `set -e`: the first command that fails ends the script. */
  readonly endsAtFailure: boolean;
}

interface Reading {
  readonly commands: ShellCommand[];
  readonly variables: Map<string, string>;
  readonly faults: ShellFault[];
}

/** Where a node stands: the text its positions count in, the line that text begins at, and how it is run. */
interface Where {
  readonly text: string;
  readonly firstLine: number;
  readonly isConditional: boolean;
  readonly isInBackground: boolean;
  readonly depth: number;
}

/** Deeper than anybody nests scripts in scripts. */
const DEEPEST = 8;

const lineAt = ({ text, firstLine }: Where, position: number): number => {
  let line = firstLine;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

function readScript(reading: Reading, where: Where): void {
  if (where.depth > DEEPEST) return;
  const script = parse(where.text);
  for (const { message, pos } of script.errors ?? []) reading.faults.push({ line: lineAt(where, pos), message });
  walkChildren(reading, where, script);
}

const walkChildren = (reading: Reading, where: Where, node: SyntaxNode): void => forEachChild(node, (child) => walk(reading, where, child));

const CONDITIONAL: readonly SyntaxNode['type'][] = ['If', 'Case', 'While', 'For', 'ArithmeticFor', 'Select', 'Function'];

function walk(reading: Reading, where: Where, node: SyntaxNode): void {
  if (node.type === 'Command') return readCommand(reading, where, node);
  if (node.type === 'AndOr') return walkAndOr(reading, where, node);
  if (node.type === 'Script' && node.source !== undefined) return readScript(reading, { ...where, text: node.source, firstLine: lineAt(where, node.pos), depth: where.depth + 1 });
  if (node.type === 'Statement' && node.background === true) return walkChildren(reading, { ...where, isInBackground: true }, node);
  return walkChildren(reading, CONDITIONAL.includes(node.type) ? { ...where, isConditional: true } : where, node);
}

/** What follows `||` runs when what stands before it fails. */
function walkAndOr(reading: Reading, where: Where, { commands, operators }: Extract<SyntaxNode, { type: 'AndOr' }>): void {
  commands.forEach((command, index) => {
    const isAlternative = operators.slice(0, index).includes('||');
    walk(reading, isAlternative ? { ...where, isConditional: true } : where, command);
  });
}

function noteAssignments({ variables }: Reading, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) {
    if (node.type !== 'Assignment') continue;
    const text = assignedText(node, variables);
    if (text === undefined) variables.delete(node.name);
    else variables.set(node.name, text);
  }
}

const DECLARING = ['export', 'declare', 'readonly', 'local', 'typeset'];

/** `export NAME=value` with the assignment as a word. */
function noteExports({ variables }: Reading, [name, ...args]: CommandWords): void {
  if (!DECLARING.includes(name)) return;
  for (const word of args) {
    const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(word);
    if (match) variables.set(match[1] ?? '', match[2] ?? '');
  }
}

function wordsOf({ name, suffix }: Command, variables: Reading['variables']): CommandWords | undefined {
  if (!name) return undefined;
  const args = suffix.flatMap((part) => (part.type === 'Word' ? [expandWord(part, variables)] : part.type === 'Assignment' ? [`${part.name}=${assignedText(part, variables) ?? ''}`] : []));
  return [expandWord(name, variables), ...args];
}

function readCommand(reading: Reading, where: Where, command: Command): void {
  walkChildren(reading, where, command);
  const words = wordsOf(command, reading.variables);
  if (!words) return noteAssignments(reading, command.prefix);
  const own = unwrapCommand(words);
  noteExports(reading, own);
  const line = lineAt(where, command.pos);
  const [name, ...args] = own;
  const writes = filesOf(command, reading.variables);
  reading.commands.push({ name, args, line, isConditional: where.isConditional, isInBackground: where.isInBackground, ...(writes.length > 0 && { writes }) });
  const inner = scriptOfCommand(own);
  if (inner !== undefined) readScript(reading, { ...where, text: inner, firstLine: line, depth: where.depth + 1 });
  if (isShellOfInput(own)) for (const document of documentsOf(command)) readScript(reading, { ...where, text: document.body.text, firstLine: lineAt(where, document.body.pos), depth: where.depth + 1 });
}

const WRITING: readonly string[] = ['>', '>>', '>|', '&>', '&>>'];

function filesOf({ redirects }: Command, variables: Reading['variables']): readonly string[] {
  return redirects.flatMap((redirect) => (WRITING.includes(redirect.operator) && 'target' in redirect && redirect.target !== undefined ? [expandWord(redirect.target, variables)] : []));
}

const documentsOf = ({ redirects }: Command): readonly HereDoc[] => redirects.filter((redirect) => redirect.type === 'HereDoc');

const isEndingAtFailure = ({ name, args, isConditional }: ShellCommand): boolean =>
  name === 'set' && !isConditional && args.some((word, index) => /^-[a-z]*e/.test(word) || (word === 'errexit' && args[index - 1] === '-o'));

/** Reads shell script of any text; what cannot be read is told and passed over. `firstLine` is where the text begins. */
export function readShell(text: string, firstLine = 1): ShellScript {
  const reading: Reading = { commands: [], variables: new Map(), faults: [] };
  readScript(reading, { text, firstLine, isConditional: false, isInBackground: false, depth: 0 });
  const interpreter = /^#![^\n]*\s-[a-z]*e/.test(text);
  return { ...reading, endsAtFailure: interpreter || reading.commands.some(isEndingAtFailure) };
}
