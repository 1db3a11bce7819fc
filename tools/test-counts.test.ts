import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addCounts, describeCounts, failuresIn, nothingCounted, oneFailed, readReport } from './test-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'reachable-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['vitest', { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }, '5 passed, 1 failed, 3 skipped'],
  ['playwright', { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } }, '4 passed, 0 failed'],
] as const)('reads the report of %s', (runner, report, line) => {
  const path = join(folder, `${runner}.json`);
  writeFileSync(path, JSON.stringify(report));
  expect(describeCounts(readReport(runner, path))).toBe(line);
});

test('a runner that left no report counts nothing; one that broke is a failure', () => {
  expect(readReport('vitest', join(folder, 'missing.json'))).toEqual(nothingCounted);
  expect(describeCounts(addCounts({ passed: 2, failed: 0, skipped: 0 }, oneFailed))).toBe('2 passed, 1 failed');
});

test('failed tests are named with their message', () => {
  const path = join(folder, 'failed.json');
  const assertionResults = [
    { fullName: 'a law holds', status: 'failed', failureMessages: ['{ seed: 1 }'] },
    { fullName: 'a table is right', status: 'passed', failureMessages: [] },
  ];
  writeFileSync(path, JSON.stringify({ testResults: [{ assertionResults }] }));
  expect(failuresIn(path)).toEqual(['a law holds: { seed: 1 }']);
  expect(failuresIn(join(folder, 'missing.json'))).toEqual([]);
});
