/** A command by the words it is run with: its own name first. */
export type CommandWords = readonly [name: string, ...args: readonly string[]];

/** Commands that run another one, with those of their options that take a value. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  sudo: ['-u', '-g', '-h', '-p', '-C', '-r', '-t', '-T', '-U', '-D', '--user', '--group'],
  env: ['-u', '-C', '-S', '--unset', '--chdir'],
  nohup: [],
  exec: ['-a'],
  command: [],
  builtin: [],
  time: ['-f', '-o'],
  nice: ['-n', '--adjustment'],
  ionice: ['-c', '-n'],
  setsid: [],
  stdbuf: ['-i', '-o', '-e'],
  timeout: ['-k', '-s', '--kill-after', '--signal'],
};

/** Wrappers whose first operand is their own. */
const OWN_OPERANDS: Readonly<Record<string, number>> = { timeout: 1 };

const isAssignment = (word: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*=/.test(word);

/** How many words of a wrapper come before the command that it runs. */
function lengthOfWrapper([name, ...args]: CommandWords, valued: readonly string[]): number {
  let at = 0;
  let own = OWN_OPERANDS[name] ?? 0;
  for (; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--') return at + 2;
    if (word.startsWith('-')) {
      if (valued.includes(word)) at += 1;
    } else if (!isAssignment(word)) {
      if (own === 0) break;
      own -= 1;
    }
  }
  return at + 1;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The command itself behind `sudo`, `env`, `nohup` and their like, by its name without a path. */
export function unwrapCommand(words: CommandWords): CommandWords {
  const [first, ...args] = words;
  const name = baseName(first);
  const valued = WRAPPERS[name];
  if (!valued) return [name, ...args];
  const [inner, ...rest] = words.slice(lengthOfWrapper([name, ...args], valued));
  return inner === undefined ? [name, ...args] : unwrapCommand([inner, ...rest]);
}

const SHELLS: readonly string[] = ['bash', 'sh', 'dash', 'ash', 'ksh', 'zsh'];
const SCRIPT_OPTION = /^-[a-z]*c$/;

/** Whether a command is a shell that reads its script from standard input. */
export const isShellOfInput = ([name, ...args]: CommandWords): boolean => SHELLS.includes(name) && args.every((word) => word.startsWith('-') && !SCRIPT_OPTION.test(word));

/** The script of `bash -c '…'`, `su USER -c '…'` or `runuser -l USER -c '…'`. */
export function scriptOfCommand([name, ...args]: CommandWords): string | undefined {
  if (!SHELLS.includes(name) && name !== 'su' && name !== 'runuser') return undefined;
  const at = args.findIndex((word) => SCRIPT_OPTION.test(word) || word === '--command');
  return at < 0 ? undefined : args[at + 1];
}
