import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { build, Platform, type Configuration } from 'electron-builder';
import { projectPath } from './build-settings.ts';
import { build as buildParts } from './ensure-built.ts';
import { installPackages } from './provision/debian-packages.ts';
import { provideElectron, type ProvidedElectron } from './provision/electron.ts';

/** What can be made with what a package registry has: the others need tools that are fetched from elsewhere. */
const PLAIN_TARGETS = ['tar.gz', 'zip'];

function findSevenZip(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return ['7za', '7z', '7zz'].flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The packer fetches a 7-Zip of its own unless it is told of one. */
function provideSevenZip(): void {
  const found = process.env['ELECTRON_BUILDER_7ZIP_PATH'] ?? findSevenZip();
  if (found === undefined) installPackages(['p7zip-full']);
  const program = found ?? findSevenZip();
  if (program !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] = program;
}

/** Packs the Electron that is there, where the shipped one cannot be fetched. */
function useRegistryElectron({ program, version, sentence }: ProvidedElectron): Configuration {
  console.log(`${sentence} What is packed with it is for trying, not for shipping; AppImage and deb are left out.`);
  provideSevenZip();
  return { electronDist: dirname(program), electronVersion: version };
}

async function pack(electron: ProvidedElectron, isDirectory: boolean): Promise<void> {
  const isPlain = electron.origin === 'registry';
  const targets = isDirectory ? ['dir'] : isPlain ? PLAIN_TARGETS : [];
  const made = await build({
    projectDir: projectPath(),
    targets: targets.length === 0 ? Platform.current().createTarget() : Platform.current().createTarget(targets),
    // The fuse came with Electron 29, and older ones refuse what they do not know; the others stand in electron-builder.yml.
    config: isPlain ? useRegistryElectron(electron) : { electronFuses: { grantFileProtocolExtraPrivileges: false } },
    publish: 'never',
  });
  for (const path of made) console.log(path);
}

const electron = await provideElectron();
if (electron.program === undefined) {
  console.error(electron.reason);
  process.exitCode = 1;
} else if (await buildParts()) {
  await pack(electron, process.argv.includes('--dir'));
} else {
  process.exitCode = 1;
}
