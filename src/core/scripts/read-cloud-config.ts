import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { readShell, type ShellCommand, type ShellFault } from './read-shell.ts';

/** What a cloud-config runs and installs. */
export interface CloudConfig {
  readonly commands: readonly ShellCommand[];
  readonly faults: readonly ShellFault[];
}

interface Place {
  readonly counter: LineCounter;
  readonly firstLine: number;
}

const lineOf = ({ counter, firstLine }: Place, node: unknown): number => {
  const range = (node as Node | null)?.range;
  return range ? counter.linePos(range[0]).line + firstLine - 1 : firstLine;
};

const textOf = (node: unknown): string => (isScalar(node) ? String(node.value) : '');

/** A command is a line for a shell, or a list of words. https://cloudinit.readthedocs.io/en/latest/reference/modules.html#runcmd */
function commandsOf(place: Place, node: unknown): readonly ShellCommand[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item): readonly ShellCommand[] => {
    const line = lineOf(place, item);
    if (!isSeq(item)) return readShell(textOf(item), line).commands;
    const [name, ...args] = item.items.map(textOf);
    return name === undefined ? [] : readShell([name, ...args].map(quote).join(' '), line).commands;
  });
}

const quote = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** cloud-init installs what `packages` lists by the package manager of the operating system, without asking. */
function packagesOf(place: Place, node: unknown): readonly ShellCommand[] {
  if (!isSeq(node) || node.items.length === 0) return [];
  const names = node.items.map((item) => (isSeq(item) ? textOf(item.items[0]) : textOf(item))).filter((name) => name !== '');
  return [{ name: INSTALLER, args: ['install', '-y', ...names], line: lineOf(place, node.items[0]), isConditional: false, isInBackground: false }];
}

/** Stands for the operating system's own package manager, whichever that is. */
export const INSTALLER = 'packages';

const isTrue = (node: unknown): boolean => isScalar(node) && node.value === true;

function updatesOf(place: Place, keys: ReadonlyMap<string, unknown>): readonly ShellCommand[] {
  const names = ['package_update', 'package_upgrade', 'package_reboot_if_required'].filter((name) => isTrue(keys.get(name)));
  return names.slice(0, 1).map((name) => ({ name: INSTALLER, args: ['update'], line: lineOf(place, keys.get(name)), isConditional: false, isInBackground: false }));
}

/** Files that it writes, as commands of that name. https://cloudinit.readthedocs.io/en/latest/reference/modules.html#write-files */
function writtenFiles(place: Place, node: unknown): readonly ShellCommand[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item): readonly ShellCommand[] => {
    const path = isMap(item) ? textOf(item.get('path', true)) : '';
    return path === '' ? [] : [{ name: 'write_files', args: [path], line: lineOf(place, item), isConditional: false, isInBackground: false }];
  });
}

/** Reads a cloud-config; YAML that cannot be read is told with its line. */
export function readCloudConfig(text: string, firstLine: number): CloudConfig {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent', prettyErrors: false });
  const place: Place = { counter, firstLine };
  const faults = document.errors.map(({ message, pos }) => ({ line: counter.linePos(pos[0]).line + firstLine - 1, message }));
  if (!isMap(document.contents)) return { commands: [], faults };
  const keys = new Map(document.contents.items.map(({ key, value }): readonly [string, unknown] => [textOf(key), value]));
  const boot = commandsOf(place, keys.get('bootcmd'));
  const run = commandsOf(place, keys.get('runcmd'));
  return { commands: [...boot, ...writtenFiles(place, keys.get('write_files')), ...updatesOf(place, keys), ...packagesOf(place, keys.get('packages')), ...run], faults };
}
