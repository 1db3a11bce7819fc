import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { projectPath } from './build-settings.ts';
import { layers } from './layers.ts';
import { findTrespasses, type SourceFile } from './layers/find-trespasses.ts';

const FOLDERS = ['src', 'tools', 'bench', 'conformance', 'e2e', 'resources'];
/** What can import, and what can be imported as it is. */
const PART = /\.(?:ts|tsx|js|mjs|cjs)$|^resources\/|^package\.json$/;
const READ = /\.(?:ts|tsx|js|mjs|cjs)$/;

function listFiles(): readonly string[] {
  const below = FOLDERS.filter((folder) => existsSync(projectPath(folder))).flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  return [...below, ...readdirSync(projectPath())].filter((path) => PART.test(path)).sort();
}

function readPackages(): ReadonlySet<string> {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>;
  return new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
}

const files = listFiles().map((path): SourceFile => ({ path, text: READ.test(path) ? readFileSync(projectPath(path), 'utf8') : '' }));
const trespasses = findTrespasses(files, { layers, packages: readPackages() });
for (const trespass of trespasses) console.error(trespass);
console.log(trespasses.length === 0 ? `${files.length} files keep to the ${layers.length} layers.` : `${trespasses.length} imports or files break the table in tools/layers.ts.`);
process.exitCode = trespasses.length === 0 ? 0 : 1;
