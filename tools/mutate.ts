import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from './build-settings.ts';
import { applyMutation, findMutations, type Mutation } from './mutation/find-mutations.ts';

const MUTATED = ['src/core/filtering', 'src/core/forwarding', 'src/core/tracing'];
/** The tests that are to notice: those of the folders themselves, and of what asks them. */
const TESTS = [...MUTATED, 'src/core/diagnosis', 'src/core/exposure', 'src/core/testing'];
const COPIED = ['src', 'resources', 'docs', 'package.json', 'tsconfig.base.json', 'tsconfig.core.json', 'tsconfig.e2e.json', 'tsconfig.json', 'tsconfig.node.json', 'tsconfig.web.json', 'vitest.config.ts'];
/** A mutant may go round in circles; that is noticed too. */
const LONGEST_RUN_MS = 180_000;

interface Mutant {
  readonly path: string;
  readonly mutation: Mutation;
}

const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));

function listMutants(root: string): readonly Mutant[] {
  const files = MUTATED.flatMap((folder) => listFiles(join(root, folder)));
  return files.sort().flatMap((path) => findMutations(readFileSync(path, 'utf8')).map((mutation) => ({ path: relative(root, path), mutation })));
}

/** Every n-th mutant, so that each file has its share. */
function choose(mutants: readonly Mutant[], count: number): readonly Mutant[] {
  const step = Math.max(1, mutants.length / count);
  return Array.from({ length: Math.min(count, mutants.length) }, (_, index) => mutants[Math.floor(index * step)]).filter((mutant) => mutant !== undefined);
}

/** A copy of the project to make faults in; the packages are shared. */
function copyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'reachable-mutants-'));
  for (const name of COPIED) cpSync(projectPath(name), join(root, name), { recursive: true });
  symlinkSync(projectPath('node_modules'), join(root, 'node_modules'));
  return root;
}

const isNoticed = (root: string): boolean => {
  const { status } = spawnSync('npx', ['vitest', 'run', '--bail', '1', '--reporter', 'dot', ...TESTS], { cwd: root, timeout: LONGEST_RUN_MS, stdio: 'ignore' });
  return status !== 0;
};

function isKilled(root: string, { path, mutation }: Mutant): boolean {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, applyMutation(text, mutation));
  try {
    return isNoticed(root);
  } finally {
    writeFileSync(file, text);
  }
}

const { values } = parseArgs({ options: { count: { type: 'string', default: '300' } } });
const root = copyProject();
try {
  if (isNoticed(root)) throw new Error('The tests fail without any mutation; make them pass first.');
  const all = listMutants(root);
  const chosen = choose(all, Number(values.count));
  const survivors: Mutant[] = [];
  for (const [index, mutant] of chosen.entries()) {
    if (!isKilled(root, mutant)) {
      survivors.push(mutant);
      console.log(`survived: ${mutant.path}:${mutant.mutation.line} becomes ${mutant.mutation.replacement}`);
    }
    if ((index + 1) % 20 === 0) console.log(`${index + 1} of ${chosen.length} tried, ${survivors.length} survived`);
  }
  const killed = chosen.length - survivors.length;
  console.log(`${killed} of ${chosen.length} mutants (of ${all.length} there are) were noticed: ${((killed / chosen.length) * 100).toFixed(1)} %.`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
