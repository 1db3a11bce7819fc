import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

type Body = (...values: readonly unknown[]) => unknown;

/** A test as it was told, without a runner around it. */
export interface ToldTest {
  readonly file: string;
  readonly run: () => unknown;
}

export const toldTests: ToldTest[] = [];
/** The file whose tests are told just now. */
const telling = { file: '' };

/** Called by the build before each file of tests. */
export function tellFile(file: string): void {
  telling.file = file;
}

/** The function among what a test is told by: beside it may stand options or how long it may take. */
const bodyOf = (rest: readonly unknown[]): Body => rest.find((one): one is Body => typeof one === 'function') ?? nothing;
const spread = (row: unknown): readonly unknown[] => (Array.isArray(row) ? (row as readonly unknown[]) : [row]);
const nothing = (): void => undefined;

function tell(_name: string, ...rest: readonly unknown[]): void {
  toldTests.push({ file: telling.file, run: () => bodyOf(rest)() });
}

const each =
  (rows: readonly unknown[]) =>
  (_name: string, ...rest: readonly unknown[]): void =>
    rows.forEach((row) => toldTests.push({ file: telling.file, run: () => bodyOf(rest)(...spread(row)) }));

const eachGroup =
  (rows: readonly unknown[]) =>
  (_name: string, ...rest: readonly unknown[]): void =>
    rows.forEach((row) => void bodyOf(rest)(...spread(row)));

const skip = Object.assign(nothing, { each: () => nothing });
const group = (_name: string, ...rest: readonly unknown[]): void => void bodyOf(rest)();

export const test = Object.assign(tell, { each, skipIf: (skips: boolean): unknown => (skips ? skip : test), runIf: (runs: boolean): unknown => (runs ? test : skip) });
export const it = test;
export const describe = Object.assign(group, { each: eachGroup, skipIf: (skips: boolean): unknown => (skips ? skip : describe), runIf: (runs: boolean): unknown => (runs ? describe : skip) });

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Its matchers, and those that stand for a value inside another one (`expect.arrayContaining`). */
export const { expect } = chai;
