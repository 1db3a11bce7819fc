import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from './build-settings.ts';
import { buildTests, MUTANT, type Mutant } from './mutation/build-mutants.ts';
import { equivalentMutants } from './mutation/equivalent-mutants.ts';
import { findMutations } from './mutation/find-mutations.ts';

const MUTATED = ['src/core/filtering', 'src/core/forwarding', 'src/core/tracing'];
/** The tests that are to notice: those of the folders themselves, and of what asks them. */
const TESTS = [...MUTATED, 'src/core/diagnosis', 'src/core/exposure', 'src/core/testing', 'src/core/templates'];
/** These try thousands of designs: they are asked only about what the tables let pass. */
const LAWS = /laws\.test\.ts$/;
/** Tests that read folders beside themselves, which a file of all tests has not. */
const LOOKS_AROUND = /import\.meta|readdirSync/;
/** A mutant may go round in circles; that is noticed too. In milliseconds. */
const LONGEST_RUN = 120_000;
const SEED = '1';

const listFiles = (folder: string): readonly string[] =>
  readdirSync(projectPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(projectPath(), join(entry.parentPath, entry.name)))
    .sort();

const isTest = (path: string): boolean => path.endsWith('.test.ts');

/** Every n-th fault, so that each file has its share. */
function choose<Value>(all: readonly Value[], count: number): readonly Value[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor(index * step)]).filter((one) => one !== undefined);
}

function listMutants(): readonly Mutant[] {
  const files = MUTATED.flatMap(listFiles).filter((path) => !isTest(path));
  return files.flatMap((path) => findMutations(readFileSync(projectPath(path), 'utf8')).map((mutation) => ({ ...mutation, path }))).map((mutant, number) => ({ ...mutant, number }));
}

const isEquivalent = ({ path, line, words }: Mutant): boolean => {
  const text = readFileSync(projectPath(path), 'utf8').split('\n')[line - 1]?.trim() ?? '';
  return equivalentMutants.some((known) => path.endsWith(known.path) && text.includes(known.text) && known.words === words);
};

/** A place for the built tests, with the project's packages beside them. */
function makeFolder(): string {
  const folder = projectPath('.cache/mutants');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(projectPath('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'vitest.config.mjs'), "export default { test: { include: ['*.test.mjs'], setupFiles: ['./seed.mjs'], testTimeout: 120000, server: { deps: { external: [/all\\.mjs$/] } } } };\n");
  writeFileSync(join(folder, 'seed.mjs'), `import fc from 'fast-check';\nfc.configureGlobal({ seed: ${SEED} });\n`);
  return folder;
}

function passes(folder: string, file: string, mutant: number): boolean {
  const { status } = spawnSync(process.execPath, [projectPath('node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--no-isolate', '--pool', 'threads', '--bail', '1', '--reporter', 'dot', file], {
    cwd: folder,
    timeout: LONGEST_RUN,
    stdio: 'ignore',
    env: { ...process.env, [MUTANT]: String(mutant) },
  });
  return status === 0;
}

const describe = ({ path, line, words }: Mutant): string => `${path}:${line} ${words}`;

const { values } = parseArgs({ options: { count: { type: 'string', default: '300' }, quick: { type: 'boolean', default: false } } });
const all = listMutants();
const chosen = choose(all, Number(values.count));
const folder = makeFolder();
const tests = TESTS.flatMap(listFiles).filter((path) => isTest(path) && !LOOKS_AROUND.test(readFileSync(projectPath(path), 'utf8')));
const tables = await buildTests('tables', { tests: tests.filter((path) => !LAWS.test(path)), mutants: chosen, folder });
const laws = await buildTests('laws', { tests: tests.filter((path) => LAWS.test(path)), mutants: chosen, folder });
const NONE = -1;
/** Whether neither the tables nor, unless it has to be quick, the laws notice. */
const survives = (mutant: number): boolean => passes(folder, tables, mutant) && (values.quick || passes(folder, laws, mutant));
if (!survives(NONE)) throw new Error('The tests fail without any fault; make them pass first.');
const survivors: Mutant[] = [];
for (const [index, mutant] of chosen.entries()) {
  if (survives(mutant.number)) {
    survivors.push(mutant);
    console.log(`survived${isEquivalent(mutant) ? ', as it must' : ''}: ${describe(mutant)}`);
  }
  if ((index + 1) % 20 === 0) console.log(`${index + 1} of ${chosen.length} tried, ${survivors.length} survived`);
}
const equivalent = survivors.filter(isEquivalent).length;
const [tried, killed] = [chosen.length, chosen.length - survivors.length];
const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;
console.log(`${killed} of ${tried} faults (of ${all.length} there are) were noticed: ${share(killed, tried)}; of those that can be noticed, ${share(killed, tried - equivalent)} (${equivalent} cannot).`);
rmSync(folder, { recursive: true, force: true });
