import { existsSync, readFileSync } from 'node:fs';

/** How many tests ended how. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothingCounted: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** A runner that broke has failed, though it counted no test. */
export const oneFailed: TestCounts = { passed: 0, failed: 1, skipped: 0 };

export function addCounts(some: TestCounts, others: TestCounts): TestCounts {
  return { passed: some.passed + others.passed, failed: some.failed + others.failed, skipped: some.skipped + others.skipped };
}

/** https://vitest.dev/guide/reporters#json-reporter */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults?: readonly { readonly assertionResults: readonly VitestResult[] }[];
}

interface VitestResult {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** https://playwright.dev/docs/api/class-testresult; a flaky test failed first and passed then. */
interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
}

const readers = {
  vitest: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }: VitestReport): TestCounts => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }),
  playwright: ({ stats: { expected, unexpected, flaky, skipped } }: PlaywrightReport): TestCounts => ({ passed: expected + flaky, failed: unexpected, skipped }),
};

/** The counts of the report a runner left, nothing where it left none. */
export function readReport(runner: keyof typeof readers, path: string): TestCounts {
  if (!existsSync(path)) return nothingCounted;
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return runner === 'vitest' ? readers.vitest(report as VitestReport) : readers.playwright(report as PlaywrightReport);
}

/** Name and message of each test without a window that failed: the end of a log is what remains of it. */
export function failuresIn(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const { testResults = [] } = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  return results.filter(({ status }) => status === 'failed').map(({ fullName, failureMessages: [message = ''] }) => `${fullName}: ${message.slice(0, 1500)}`);
}

/** `1024 passed, 0 failed, 3 skipped`: a line that readers of logs know. */
export function describeCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
