import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { alias, projectPath } from '../build-settings.ts';
import { weave } from './find-mutations.ts';

/** A fault of a file, under a number of its own among all that were chosen. */
export interface Mutant {
  readonly number: number;
  /** From the project's root. */
  readonly path: string;
  /** The fault's number in its file. */
  readonly id: number;
  readonly line: number;
  readonly words: string;
}

/** The environment variable that turns a fault on. */
export const MUTANT = 'REACHABLE_MUTANT';
const GLOBAL = 'globalThis.reachableMutant';

/** Weaves the chosen faults into the files they are in, each behind a comparison with the one that is on. */
function weaveFaults(mutants: readonly Mutant[]): Plugin {
  return {
    name: 'reachable:weave-faults',
    enforce: 'pre',
    load(file) {
      const here = mutants.filter(({ path }) => projectPath(path) === file);
      if (here.length === 0) return undefined;
      const numbers = new Map(here.map(({ id, number }) => [id, number]));
      const choose = (id: number): string | undefined => {
        const number = numbers.get(id);
        return number === undefined ? undefined : `(${GLOBAL} === ${number})`;
      };
      return weave(readFileSync(file, 'utf8'), choose);
    },
  };
}

/** One file with the tests and all that they test, so that a run of them reads one file and not hundreds. */
export async function buildTests(name: string, given: { readonly tests: readonly string[]; readonly mutants: readonly Mutant[]; readonly folder: string }): Promise<string> {
  const { tests, mutants, folder } = given;
  const entry = join(folder, `${name}.entry.ts`);
  writeFileSync(entry, [...tests].sort().map((path) => `import ${JSON.stringify(projectPath(path))};\n`).join(''));
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectPath(),
    publicDir: false,
    resolve: { alias },
    plugins: [weaveFaults(mutants)],
    ssr: { noExternal: [], external: true },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: join(folder, name),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'all.mjs', banner: `${GLOBAL} = Number(process.env.${MUTANT} ?? -1);` } },
    },
  });
  // Native code of Node's own loading: what the test runner reads itself, it parses anew each time.
  writeFileSync(join(folder, `${name}.test.mjs`), `import './${name}/all.mjs';\n`);
  return `${name}.test.mjs`;
}
