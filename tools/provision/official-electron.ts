import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectPath } from '../build-settings.ts';
import { runCommand } from './run-command.ts';

/** Milliseconds in which the place Electron is fetched from must answer at all. */
const ANSWERS_WITHIN = 8_000;
/** Milliseconds for the whole of it, about 110 MB. */
const ARRIVES_WITHIN = 10 * 60_000;

const packageFolder = dirname(createRequire(projectPath('package.json')).resolve('electron/package.json'));

/** The version of Electron that is shipped, as package.json pins it: `45.4.1`. */
export function shippedElectronVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');

/** The program the `electron` package has fetched; undefined where it has not, or has for another version. */
export function findOfficialElectron(): string | undefined {
  const pathFile = join(packageFolder, 'path.txt');
  const version = readIfThere(join(packageFolder, 'dist', 'version')).replace(/^v/, '');
  if (!existsSync(pathFile) || version !== shippedElectronVersion()) return undefined;
  const program = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/** The downloader knows mirrors and proxies that a plain request does not: only without those can a request tell. */
function isSetUpElsewhere(): boolean {
  return Object.keys(process.env).some((name) => /^(?:npm_config_)?electron_(?:mirror|custom_dir|get_use_proxy)$|^https?_proxy$/i.test(name));
}

async function answers(): Promise<boolean> {
  if (isSetUpElsewhere()) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ANSWERS_WITHIN) });
    return true;
  } catch {
    return false;
  }
}

/** Lets the `electron` package fetch its program; undefined where the network does not allow it. */
export async function fetchOfficialElectron(): Promise<string | undefined> {
  if (!(await answers())) return undefined;
  // Installed beside the package, also while this session is told to use another one.
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: undefined };
  runCommand(process.execPath, [join(packageFolder, 'install.js')], { timeout: ARRIVES_WITHIN, environment });
  return findOfficialElectron();
}
