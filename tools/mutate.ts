import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from './build-settings.ts';
import { buildTests, type Mutant } from './mutation/build-mutants.ts';
import { equivalentMutants } from './mutation/equivalent-mutants.ts';
import { askAnew, openFaultsThread } from './mutation/faults-thread.ts';
import { findMutations } from './mutation/find-mutations.ts';
import type { Surveyed } from './mutation/try-faults.ts';

const MUTATED = ['src/core/filtering', 'src/core/forwarding', 'src/core/tracing'];
/** The tests that may notice: those of the folders themselves and of what asks them. A fault is tried with those that come by it. */
const TESTS = [...MUTATED, 'src/core/diagnosis', 'src/core/exposure', 'src/core/testing', 'src/core/templates', 'src/core/rules', 'src/core/comparison', 'src/core/api'];
/** These try thousands of designs: they are asked only about what the tables let pass. */
const LAWS = /(laws|rules\/index)\.test\.ts$/;
/** These look at the project's files, not at what the program does. */
const LOOKS_AROUND = /readdirSync|readFileSync/;
/** A test that does not end within this, in milliseconds, has noticed; the laws alone take half a minute. The survey of all tests has longer. */
const LONGEST_TRY = 40_000;
const LONGEST_TRY_OF_LAWS = 600_000;
const LONGEST_SURVEY = 1_200_000;

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

const textOf = ({ path, line }: Mutant): string => readFileSync(projectPath(path), 'utf8').split('\n')[line - 1]?.trim() ?? '';
const isEquivalent = (mutant: Mutant): boolean => equivalentMutants.some((known) => mutant.path.endsWith(known.path) && textOf(mutant).includes(known.text) && known.words === mutant.words);

function makeFolder(): string {
  const folder = projectPath('.cache/mutants');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

const { values } = parseArgs({ options: { count: { type: 'string', default: '300' }, quick: { type: 'boolean', default: false }, show: { type: 'string', default: '' } } });
const all = listMutants();
const chosen = choose(all, Number(values.count)).filter(({ path }) => path.includes(values.show));
const folder = makeFolder();
const tests = TESTS.flatMap(listFiles).filter((path) => isTest(path) && !LOOKS_AROUND.test(readFileSync(projectPath(path), 'utf8')));
const file = await buildTests({ tests, mutants: chosen, folder });
const thread = openFaultsThread(file);

const start = Date.now();
const survey = await thread.ask({ ask: 'survey', isLaw: LAWS }, LONGEST_SURVEY);
if (survey?.answer !== 'survey') throw new Error('The tests do not end without any fault.');
const [failing] = survey.tests.filter(({ failure }) => failure !== undefined);
for (const { file: path, failure } of survey.tests) if (failure !== undefined) console.log(`left out, for it fails without any fault: ${path}: ${failure.slice(0, 160)}`);
/** From short to long: most faults are noticed by the tests of a table, the laws are asked about the rest. */
const byTime = survey.tests.filter(({ failure }) => failure === undefined).sort((one, other) => one.time - other.time);
console.log(`${survey.tests.length} tests of ${tests.length} files without laws come by ${new Set(survey.tests.flatMap(({ reached }) => reached)).size} of ${chosen.length} faults; read in ${Math.round((Date.now() - start) / 1000)} s.`);

const laws = values.quick ? [] : survey.laws;
const longestTry = values.quick ? LONGEST_TRY : LONGEST_TRY_OF_LAWS;
const numbersOf = (some: readonly Surveyed[]): readonly number[] => some.map(({ test }) => test);
async function isNoticed({ number }: Mutant): Promise<boolean> {
  const near = byTime.filter(({ reached }) => reached.includes(number));
  const answer = await thread.ask({ ask: 'try', fault: number, tests: [...numbersOf(near), ...laws] }, longestTry);
  if (answer?.answer !== 'try' || answer.noticedBy !== undefined) return true;
  if (survey?.answer !== 'survey' || !survey.loading.includes(number)) return false;
  const again = await askAnew(file, { ask: 'try', fault: number, tests: [...numbersOf(byTime), ...laws] }, longestTry);
  return again?.answer !== 'try' || again.noticedBy !== undefined;
}

const survivors: Mutant[] = [];
const trying = Date.now();
for (const [index, mutant] of chosen.entries()) {
  if (!(await isNoticed(mutant))) {
    survivors.push(mutant);
    const near = survey.tests.filter(({ reached }) => reached.includes(mutant.number)).length;
    console.log(`survived${isEquivalent(mutant) ? ', as it must' : ''}: ${mutant.path}:${mutant.line} ${mutant.words} (${near} tests come by) | ${textOf(mutant)}`);
  }
  if ((index + 1) % 50 === 0) console.log(`${index + 1} of ${chosen.length} tried, ${survivors.length} survived`);
}
await thread.close();
const equivalent = survivors.filter(isEquivalent).length;
const [tried, killed] = [chosen.length, chosen.length - survivors.length];
const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;
console.log(`${killed} of ${tried} faults (of ${all.length} there are) were noticed: ${share(killed, tried)}; of those that can be noticed, ${share(killed, tried - equivalent)} (${equivalent} cannot). ${((Date.now() - trying) / 1000 / tried).toFixed(2)} s each.`);
rmSync(folder, { recursive: true, force: true });
if (failing !== undefined) process.exitCode = 1;
