import { projectPath } from './build-settings.ts';
import { ensureBuilt } from './ensure-built.ts';
import { hasScreen } from './provision/display.ts';
import { provideElectron, type NoElectron, type ProvidedElectron } from './provision/electron.ts';
import { provideElectronLibraries } from './provision/electron-libraries.ts';
import { showCommand } from './provision/run-command.ts';
import { sandboxSwitches } from './provision/sandbox.ts';
import { serveFolder } from './serve-folder.ts';

/** The port the browser edition is tried on first. */
const PORT = 4173;

async function findDesktop(): Promise<ProvidedElectron | NoElectron> {
  if (!hasScreen()) return { program: undefined, reason: 'There is no screen to open a window on.' };
  const electron = await provideElectron();
  if (electron.program === undefined) return electron;
  const libraries = provideElectronLibraries(electron.program);
  return libraries.ready ? electron : { program: undefined, reason: libraries.sentence ?? '' };
}

async function serveInBrowser(reason: string): Promise<void> {
  const { address } = await serveFolder(projectPath('out/web'), PORT);
  console.log(`${reason} The browser edition runs instead; open ${address} (Ctrl+C ends it).`);
}

async function openWindow({ program, origin, sentence }: ProvidedElectron): Promise<void> {
  if (origin === 'registry') console.log(sentence);
  process.exitCode = await showCommand(program, [...sandboxSwitches(), projectPath(), ...process.argv.slice(2)]);
}

if (await ensureBuilt()) {
  const electron = await findDesktop();
  await (electron.program === undefined ? serveInBrowser(electron.reason) : openWindow(electron));
} else {
  process.exitCode = 1;
}
