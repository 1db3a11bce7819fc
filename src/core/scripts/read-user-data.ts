import { readCloudConfig } from './read-cloud-config.ts';
import { splitMimeParts } from './split-mime-parts.ts';
import { readShell, type ShellCommand, type ShellFault } from './read-shell.ts';

export type UserDataFormat = 'none' | 'shell' | 'cloud-config' | 'multipart' | 'windows' | 'other';

/** What a text of user data does at the first start, as far as it can be read. `line`s count from 1 in the whole text. */
export interface UserData {
  readonly format: UserDataFormat;
  readonly commands: readonly ShellCommand[];
  readonly variables: ReadonlyMap<string, string>;
  readonly faults: readonly ShellFault[];
  readonly endsAtFailure: boolean;
  /** Whether all of it could be read; an interpreter that is no shell could do anything. */
  readonly isWhole: boolean;
}

const EMPTY: UserData = { format: 'none', commands: [], variables: new Map(), faults: [], endsAtFailure: false, isWhole: true };

const SHEBANG = /^#!\s*(\S+)(?:[ \t]+(\S+))?/;
const SHELL = /(?:^|\/)(?:bash|sh|dash|ash|ksh|zsh)$/;

/** Whether the first line names a shell; a script without one is read as a shell's all the same. */
function isForShell(text: string): boolean {
  const match = SHEBANG.exec(text.trimStart());
  if (!match) return true;
  const [, interpreter = '', argument = ''] = match;
  return SHELL.test(interpreter.endsWith('/env') ? argument : interpreter);
}

/** What a text is, by its beginning. https://cloudinit.readthedocs.io/en/latest/explanation/format.html */
export function formatOf(text: string): UserDataFormat {
  const start = text.trimStart().toLowerCase();
  if (start === '') return 'none';
  if (start.startsWith('#cloud-config')) return 'cloud-config';
  if (start.startsWith('content-type:') || start.startsWith('mime-version:')) return 'multipart';
  if (start.startsWith('<powershell>') || start.startsWith('<script>')) return 'windows';
  if (/^#(?:include|cloud-boothook|part-handler|upstart-job)|^## template:/.test(start)) return 'other';
  return isForShell(text) ? 'shell' : 'other';
}

function join(parts: readonly UserData[]): UserData {
  return {
    format: 'multipart',
    commands: parts.flatMap(({ commands }) => commands),
    variables: new Map(parts.flatMap(({ variables }) => [...variables])),
    faults: parts.flatMap(({ faults }) => faults),
    endsAtFailure: parts.some(({ endsAtFailure }) => endsAtFailure),
    isWhole: parts.every(({ isWhole }) => isWhole),
  };
}

/** Characters; EC2 takes a quarter of it at most (16 KB). */
const LONGEST = 64 * 1024;

let last: { readonly text: string; readonly data: UserData } | undefined;

/**
 * Reads user data of any format. Never fails: what cannot be read is told in `faults`. All that is asked of one script is asked
 * in a row, so what was read last is kept.
 */
export function readUserData(text: string): UserData {
  if (last?.text !== text) last = { text, data: read(text, 1) };
  return last.data;
}

/** `firstLine` is where the text begins. */
function read(text: string, firstLine: number): UserData {
  if (text.length > LONGEST) return { ...EMPTY, format: 'other', isWhole: false };
  const format = formatOf(text);
  switch (format) {
    case 'none':
      return EMPTY;
    case 'shell':
      return { format, ...readShell(text.replaceAll('\r\n', '\n'), firstLine), isWhole: true };
    case 'cloud-config':
      return { ...EMPTY, format, ...readCloudConfig(text, firstLine) };
    case 'multipart':
      return join(splitMimeParts(text).map((part) => read(part.text, firstLine + part.firstLine - 1)));
    default:
      return { ...EMPTY, format, isWhole: false };
  }
}
