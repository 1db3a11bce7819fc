import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { toldTests } from './test-api.ts';

/** What this thread is asked: to look who reaches what, or to try one fault with these tests. */
export type Asked = { readonly ask: 'survey'; readonly isLaw: RegExp } | { readonly ask: 'try'; readonly fault: number; readonly tests: readonly number[] };
/** A test, how long it took in milliseconds without any fault, and the faults that it comes by. */
export interface Surveyed {
  readonly test: number;
  readonly file: string;
  readonly time: number;
  readonly reached: readonly number[];
  readonly failure: string | undefined;
}
export type Answered = { readonly answer: 'survey'; readonly tests: readonly Surveyed[]; readonly laws: readonly number[]; readonly loading: readonly number[] } | { readonly answer: 'try'; readonly noticedBy: number | undefined };

interface Faults {
  on: number;
  reached: Set<number>;
  readonly forget: (() => void)[];
}

const faults = Reflect.get(globalThis, 'reachableFaults') as Faults;
/** What was reached before any test ran: the tests' own tables, and constants. */
const loading = [...faults.reached];

/** The laws draw the same designs each time, whether there is a fault or not. */
fc.configureGlobal({ seed: 1 });

async function fails(test: number): Promise<string | undefined> {
  try {
    await toldTests[test]?.run();
    return undefined;
  } catch (failure) {
    return String(failure);
  }
}

async function surveyTest(test: number): Promise<Surveyed> {
  faults.reached = new Set();
  faults.forget.forEach((forget) => forget());
  const start = performance.now();
  const failure = await fails(test);
  return { test, file: toldTests[test]?.file ?? '', time: performance.now() - start, reached: [...faults.reached], failure };
}

/** The laws are not run for it: they take long, and come by nearly everything. */
async function survey(isLaw: RegExp): Promise<Answered> {
  const tests: Surveyed[] = [];
  const laws: number[] = [];
  for (const [test, { file }] of toldTests.entries()) {
    if (isLaw.test(file)) laws.push(test);
    else tests.push(await surveyTest(test));
  }
  return { answer: 'survey', tests, laws, loading };
}

async function tryFault(fault: number, tests: readonly number[]): Promise<Answered> {
  faults.on = fault;
  // What was worked out of a design without the fault, or with another one, is worked out anew.
  faults.forget.forEach((forget) => forget());
  for (const test of tests) if ((await fails(test)) !== undefined) return { answer: 'try', noticedBy: test };
  return { answer: 'try', noticedBy: undefined };
}

parentPort?.on('message', (asked: Asked) => {
  void (asked.ask === 'survey' ? survey(asked.isLaw) : tryFault(asked.fault, asked.tests)).then((answer) => parentPort?.postMessage(answer));
});
