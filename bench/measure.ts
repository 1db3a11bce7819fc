import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Bench } from 'tinybench';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;

/** Objects move to the old generation at their second minor collection. */
const COLLECTIONS = 2;

/** Pays, off the clock, for the memory that preparing has used: else the work timed next pays for it. */
function settleMemory(): void {
  for (let count = 0; count < COLLECTIONS; count += 1) collectGarbage({ type: 'minor' });
}

/** Something whose time is taken. `prepare` runs before each time, off the clock. */
export interface Work {
  readonly prepare?: () => void;
  readonly run: () => unknown;
}

/** Smallest, middle and largest of what the rounds gave. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** How long work takes as a multiple of other work that is timed beside it, so that a slow or busy machine cancels out. */
export interface Comparison {
  readonly ratio: Spread;
  /** Milliseconds. */
  readonly subject: Spread;
  readonly baseline: Spread;
  /** The baseline as a multiple of itself, timed before and after the subject: 1 on a machine that does nothing else. */
  readonly noise: Spread;
}

export interface Rounds {
  readonly rounds: number;
  /** Milliseconds for each piece of work in each round; at least `iterations` times whatever it takes. */
  readonly time: number;
  readonly iterations: number;
}

export const usualRounds: Rounds = { rounds: 7, time: 250, iterations: 4 };

const MIDDLE = 0.5;

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { min: at(0), median: at(MIDDLE), max: at(1) };
}

/** The median milliseconds of work in one round. */
async function timeOnce({ prepare, run }: Work, { time, iterations }: Rounds): Promise<number> {
  const bench = new Bench({ time, iterations, warmup: false });
  const beforeEach = (): void => {
    prepare?.();
    settleMemory();
  };
  bench.add('work', () => void run(), { beforeEach });
  const [task] = await bench.run();
  const result = task?.result;
  if (result?.state !== 'completed') throw new Error('The work could not be timed.', { cause: result });
  return result.latency.p50;
}

/** Times two pieces of work in turns: baseline, subject, baseline, in every round. */
export async function compare(subject: Work, baseline: Work, rounds: Rounds = usualRounds): Promise<Comparison> {
  const times: { readonly subject: number; readonly before: number; readonly after: number }[] = [];
  for (let round = 0; round <= rounds.rounds; round += 1) {
    const before = await timeOnce(baseline, rounds);
    const taken = await timeOnce(subject, rounds);
    const after = await timeOnce(baseline, rounds);
    // The first round only warms up: what runs often is compiled by then.
    if (round > 0) times.push({ subject: taken, before, after });
  }
  return {
    ratio: spreadOf(times.map((round) => round.subject / ((round.before + round.after) / 2))),
    subject: spreadOf(times.map((round) => round.subject)),
    baseline: spreadOf(times.flatMap(({ before, after }) => [before, after])),
    noise: spreadOf(times.map(({ before, after }) => after / before)),
  };
}
