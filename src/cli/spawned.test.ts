import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { templateOf, textOf } from './testing/design-folder.ts';

// The command line as it is shipped: bundled, in a process of its own, in plain Node.

const BUILD_MILLISECONDS = 120_000;
let folder = '';
let program = '';
let plan = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-built-'));
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: folder, emptyOutDir: false } });
  program = join(folder, 'reachable.js');
  plan = join(folder, 'plan.vpc.json');
  // Beside it lies no package.json that would say what kind of module it is.
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await writeFile(plan, textOf(templateOf('three-tiers')));
}, BUILD_MILLISECONDS);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the program; `readsUntil` closes its standard output after so many bytes, as `head` does. */
function runProgram(argv: readonly string[], { stdin = '', readsUntil = Infinity } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...argv], { env: { ...process.env, NODE_OPTIONS: '' } });
    let [out, error] = ['', ''];
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      if (out.length >= readsUntil) child.stdout.destroy();
    });
    child.stderr.on('data', (part: Buffer) => (error += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

test('the version', async () => {
  expect(await runProgram(['--version'])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, error: '' });
});

test('a verdict and its exit code', async () => {
  expect(await runProgram(['why', plan, '--from', 'internet', '--to', 'web-1', '--port', '443', '--json'])).toMatchObject({ code: 0, error: '' });
  expect(await runProgram(['why', '-', '--from', 'internet', '--to', 'web-1', '--port', '22'], { stdin: textOf(templateOf('three-tiers')) })).toMatchObject({ code: 1, error: '' });
});

test('a fault is one line and no stack', async () => {
  expect(await runProgram(['check', join(folder, 'gone.vpc.json')])).toEqual({ code: 2, out: '', error: expect.stringMatching(/^reachable: [^\n]+gone\.vpc\.json does not exist[^\n]*\n$/) as string });
});

test('a picture, drawn without a window', async () => {
  expect(await runProgram(['export', plan, '--format', 'png', '-o', join(folder, 'plan.vpc.png')])).toEqual({ code: 0, out: '', error: '' });
  expect(await runProgram(['expect', join(folder, 'plan.vpc.png')])).toMatchObject({ code: 0, error: '' });
});

test('a reader that goes away ends it without a word', async () => {
  const questions = Array.from({ length: 400 }, () => '{"from": "internet", "to": "web-1", "port": 443}').join('\n');
  const { error } = await runProgram(['why', plan, '--questions', '-'], { stdin: questions, readsUntil: 10 });
  expect(error).toBe('');
});
