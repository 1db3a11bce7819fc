import { spawn, spawnSync } from 'node:child_process';

export interface CommandOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  readonly timeout?: number;
}

export interface CommandOutcome {
  readonly succeeded: boolean;
  /** Standard output and then standard error. */
  readonly text: string;
}

/** On Windows npm and npx are scripts, which only a shell can run. */
const needsShell = (command: string): boolean => process.platform === 'win32' && /^np[mx]$/.test(command);

/** Runs a command to its end and keeps what it prints. A command that does not exist has not succeeded. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): CommandOutcome {
  const { folder, environment, timeout = 10 * 60_000 } = options;
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, env: { ...process.env, ...environment }, timeout, encoding: 'utf8', maxBuffer: 1 << 28, shell: needsShell(command) });
  return { succeeded: status === 0, text: error === undefined ? `${stdout}${stderr}` : error.message };
}

/** Runs a command whose output goes to this terminal; answers its exit code, 1 where it was killed. */
export function showCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.folder, env: { ...process.env, ...options.environment }, stdio: 'inherit', shell: needsShell(command) });
    // Ctrl+C reaches the child by itself; what is sent to this process alone is passed on.
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.once('SIGTERM', passOn);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', passOn);
      resolve(code ?? 1);
    });
  });
}
