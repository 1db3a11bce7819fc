import { existsSync } from 'node:fs';
import { runCommand } from './run-command.ts';

const APT = '/usr/bin/apt-get';

/** Whether this process may install packages: root on Debian or one of its children. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync(APT);
}

/** A package by its name; where Debian has renamed it for 64-bit time (`libgtk-3-0t64`), by that one. */
function nameHere(name: string): string {
  const renamed = `${name}t64`;
  return runCommand('apt-cache', ['show', '--no-all-versions', renamed]).succeeded ? renamed : name;
}

/** Installs packages; answers what apt said where it could not. */
export function installPackages(names: readonly string[]): { readonly installed: boolean; readonly reason: string } {
  if (!canInstallPackages()) return { installed: false, reason: `as root, run: apt-get install ${names.join(' ')}` };
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  runCommand(APT, ['update', '-qq'], { environment });
  const { succeeded, text } = runCommand(APT, ['install', '-y', '-qq', '--no-install-recommends', ...names.map(nameHere)], { environment });
  return { installed: succeeded, reason: text.trim().split('\n').at(-1) ?? '' };
}
