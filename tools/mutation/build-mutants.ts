import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { alias, projectPath } from '../build-settings.ts';
import { weave } from './find-mutations.ts';

/** A fault of a file, under a number of its own among all that there are. */
export interface Mutant {
  readonly number: number;
  /** From the project's root. */
  readonly path: string;
  /** The fault's number in its file. */
  readonly id: number;
  readonly line: number;
  readonly words: string;
}

/**
 * Comes before all else: which fault is on, which ones were come by, and how to forget what was kept of designs.
 * `REACHABLE_MUTANT` turns one on while the tests are still being read, for constants.
 */
const BANNER = `
globalThis.reachableFaults = { on: Number(process.env.REACHABLE_MUTANT ?? -1), reached: new Set(), forget: [] };
globalThis.reachableFault = (number) => { reachableFaults.reached.add(number); return reachableFaults.on === number; };
globalThis.ForgettingMap = class { #kept = new WeakMap(); constructor() { reachableFaults.forget.push(() => { this.#kept = new WeakMap(); }); }
  get(key) { return this.#kept.get(key); } has(key) { return this.#kept.has(key); } set(key, value) { this.#kept.set(key, value); return this; } delete(key) { return this.#kept.delete(key); } };
`;

/** Weaves the chosen faults into the files they are in, each behind the question whether it is on. */
function weaveFaults(mutants: readonly Mutant[]): Plugin {
  const woven = (file: string, text: string): string => {
    const numbers = new Map(mutants.filter(({ path }) => projectPath(path) === file).map(({ id, number }) => [id, number]));
    if (numbers.size === 0) return text;
    return weave(text, (id) => {
      const number = numbers.get(id);
      return number === undefined ? undefined : `globalThis.reachableFault(${number})`;
    });
  };
  return {
    name: 'reachable:weave-faults',
    enforce: 'pre',
    load(id) {
      const [file = id] = id.split('?');
      if (!file.startsWith(projectPath('src')) || !file.endsWith('.ts')) return undefined;
      const text = readFileSync(file, 'utf8');
      // In one file of all tests each still looks around from its own folder.
      return woven(file, text).replaceAll('new WeakMap', 'new globalThis.ForgettingMap').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
    },
  };
}

/** One file with the tests and all that they test, so that each fault is tried by calling them and nothing is read twice. */
export async function buildTests(given: { readonly tests: readonly string[]; readonly mutants: readonly Mutant[]; readonly folder: string }): Promise<string> {
  const { tests, mutants, folder } = given;
  const entry = join(folder, 'entry.ts');
  const api = projectPath('tools/mutation/test-api.ts');
  const lines = tests.flatMap((path, index) => {
    const marker = join(folder, `file-${index}.ts`);
    writeFileSync(marker, `import { tellFile } from ${JSON.stringify(api)};\ntellFile(${JSON.stringify(path)});\n`);
    return [`import ${JSON.stringify(marker)};`, `import ${JSON.stringify(projectPath(path))};`];
  });
  writeFileSync(entry, [...lines, `import ${JSON.stringify(projectPath('tools/mutation/try-faults.ts'))};`, ''].join('\n'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectPath(),
    publicDir: false,
    resolve: { alias: { ...alias, vitest: api } },
    plugins: [weaveFaults(mutants)],
    ssr: { noExternal: ['vitest'], external: ['@vitest/expect', 'fast-check', 'zod', 'ip-num'] },
    build: { ssr: entry, target: 'node20', outDir: join(folder, 'built'), emptyOutDir: true, minify: false, rolldownOptions: { output: { format: 'es', entryFileNames: 'all.mjs', banner: BANNER, codeSplitting: false } } },
  });
  return join(folder, 'built', 'all.mjs');
}
