import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refreshExamples, type Shell } from './examples-in-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reachable-examples-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Prints its arguments, one a line, and ends with their number. */
const echo = (): Shell => ({ folder, run: (argv) => Promise.resolve({ code: argv.length - 1, out: argv.map((word) => `${word}\n`).join(''), error: '' }) });

const page = (...lines: readonly string[]): string => ['# Page', '', ...lines, 'After.'].join('\n');

test.each([
  { name: 'old output goes, new output comes', block: ['$ reachable check', 'old'], refreshed: ['$ reachable check', 'check'] },
  { name: 'an exit code is told', block: ['$ reachable check plan'], refreshed: ['$ reachable check plan', 'check', 'plan', '[exit code 1]'] },
  { name: 'two commands', block: ['$ reachable a', '$ reachable b'], refreshed: ['$ reachable a', 'a', '', '$ reachable b', 'b'] },
  { name: 'quotes and a line that goes on', block: ['$ reachable "a b" \\', '    c', 'old'], refreshed: ['$ reachable "a b" \\', '    c', 'a b', 'c', '[exit code 1]'] },
  { name: 'only the first lines', block: ['$ reachable a b c | head -2'], refreshed: ['$ reachable a b c | head -2', 'a', 'b', '[exit code 2]'] },
  { name: 'only the last lines', block: ['$ reachable a b c | tail -1'], refreshed: ['$ reachable a b c | tail -1', 'c', '[exit code 2]'] },
])('$name', async ({ block, refreshed }) => {
  const text = await refreshExamples(page('```console', ...block, '```'), echo());
  expect(text).toBe(page('```console', ...refreshed, '```'));
  expect(await refreshExamples(text, echo())).toBe(text);
});

test('output and blocks with a name become files', async () => {
  const text = page('```json plan.json', '{}', '```', '```console', '$ reachable a > answer.txt', '```');
  expect(await refreshExamples(text, echo())).toBe(text);
  expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe('{}\n');
  expect(readFileSync(join(folder, 'answer.txt'), 'utf8')).toBe('a\n');
});

test('other blocks stay as they are', async () => {
  const text = page('```sh', '$ aws ec2 describe-vpcs', '```');
  expect(await refreshExamples(text, echo())).toBe(text);
});

test('what is no command of ours is refused', async () => {
  await expect(refreshExamples(page('```console', '$ rm -r .', '```'), echo())).rejects.toThrow('begins with "reachable"');
});
