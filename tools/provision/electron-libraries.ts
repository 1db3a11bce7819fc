import { canInstallPackages, installPackages } from './debian-packages.ts';
import { runCommand } from './run-command.ts';

/** What Electron links to beyond a server's system. https://www.electronjs.org/docs/latest/development/build-instructions-linux */
const PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** The shared libraries a program wants and does not find. */
function missingLibraries(program: string): readonly string[] {
  const { text } = runCommand('ldd', [program]);
  return [...text.matchAll(/^\s*(\S+) => not found/gm)].flatMap(([, name]) => name ?? []);
}

/** Sees to the libraries of Electron; a sentence where something had to be done or is still missing. */
export function provideElectronLibraries(program: string): { readonly ready: boolean; readonly sentence?: string } {
  if (process.platform !== 'linux' || missingLibraries(program).length === 0) return { ready: true };
  const missing = missingLibraries(program).join(', ');
  const { reason } = installPackages(PACKAGES);
  if (canInstallPackages() && missingLibraries(program).length === 0) return { ready: true, sentence: `Installed ${PACKAGES.join(', ')}, which Electron needs.` };
  return { ready: false, sentence: `Electron needs ${missing}: ${reason}` };
}
