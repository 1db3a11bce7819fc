import { hasScreen } from './provision/display.ts';
import { provideElectron } from './provision/electron.ts';
import { showCommand } from './provision/run-command.ts';
import { sandboxSwitches } from './provision/sandbox.ts';

async function startDesktop(program: string): Promise<number> {
  // electron-vite does not make Electron fetch its program; it takes the one it is told.
  return showCommand('npx', ['electron-vite', 'dev', '--', ...sandboxSwitches()], { environment: { ELECTRON_EXEC_PATH: program } });
}

const electron = hasScreen() ? await provideElectron() : { program: undefined, reason: 'There is no screen to open a window on.' };
if (electron.program === undefined) {
  console.log(`${electron.reason} The browser edition runs instead.`);
  process.exitCode = await showCommand('npx', ['vite', '--config', 'vite.web.config.ts', '--host', '127.0.0.1']);
} else {
  console.log(electron.sentence);
  process.exitCode = await startDesktop(electron.program);
}
