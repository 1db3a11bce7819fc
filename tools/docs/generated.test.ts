import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findStale, refresh, type Generated } from './generated.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reachable-docs-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const generated: Generated = {
  folder: 'docs/rules',
  files: new Map([
    ['docs/rules/one.md', 'one\n'],
    ['docs/rules/two.md', 'two\n'],
  ]),
};

test('what is missing, changed or too much is stale, and is put right', () => {
  mkdirSync(join(root, 'docs/rules'), { recursive: true });
  writeFileSync(join(root, 'docs/rules/one.md'), 'edited by hand\n');
  writeFileSync(join(root, 'docs/rules/gone.md'), 'a rule that was removed\n');

  expect(findStale(root, generated)).toEqual(['docs/rules/one.md', 'docs/rules/two.md', 'docs/rules/gone.md']);
  expect(refresh(root, generated)).toHaveLength(3);
  expect(findStale(root, generated)).toEqual([]);
  expect(readdirSync(join(root, 'docs/rules'))).toEqual(['one.md', 'two.md']);
  expect(readFileSync(join(root, 'docs/rules/one.md'), 'utf8')).toBe('one\n');
});
