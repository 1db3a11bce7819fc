import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { installPackages } from './debian-packages.ts';

/** A screen for windows. `environment` is what a program started on it needs; `stop` ends a virtual one. */
export interface Display {
  readonly environment: Readonly<Record<string, string>>;
  readonly sentence: string;
  stop(): void;
}

export interface NoDisplay {
  readonly environment: undefined;
  readonly reason: string;
}

/** Whether this session has a screen a person looks at. */
export function hasScreen(): boolean {
  return process.platform !== 'linux' || [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

function hasVirtualScreen(): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'Xvfb')));
}

/** Xvfb picks a free number and writes it to the descriptor it is given. */
function readNumber(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    stream.once('data', (data: Buffer) => resolve(data.toString().trim()));
    stream.once('end', () => reject(new Error('Xvfb ended before it had a screen.')));
  });
}

async function startVirtualScreen(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await readNumber(server.stdio[3] as Readable);
  const stop = (): void => void server.kill();
  process.once('exit', stop);
  // Whoever set Wayland up meant another screen.
  return { environment: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }, sentence: `Windows open on a virtual screen (Xvfb :${number}).`, stop };
}

/** A screen for tests: a virtual one on Linux, so that no window opens before a person; elsewhere the system's. */
export async function provideDisplay(): Promise<Display | NoDisplay> {
  if (process.platform !== 'linux') return { environment: {}, sentence: 'Windows open on the screen.', stop: () => undefined };
  if (!hasVirtualScreen()) {
    const { reason } = installPackages(['xvfb']);
    if (!hasVirtualScreen() && hasScreen()) return { environment: {}, sentence: 'Windows open on the screen.', stop: () => undefined };
    if (!hasVirtualScreen()) return { environment: undefined, reason: `There is no screen and no Xvfb: ${reason}` };
  }
  return startVirtualScreen();
}
