import { formatCount } from '@core/address/format-count.ts';
import { IPv4CidrRange } from 'ip-num';
import { readCidr } from '@core/address/cidr.ts';
import { findOverlappingBlocks, type OwnedBlock } from '@core/rules/facts/overlapping-blocks.ts';
import type { Figure } from './figure.ts';
import { compare, type Comparison, type Spread } from './measure.ts';

const BLOCKS = 10_000;
/** One block in so many is drawn over the one before it. */
const OVERLAPPING_EVERY = 100;
/** Pairs that ip-num judges in one go; all of them would take most of an hour. */
const SAMPLE = 1_000;
/** Prepared sets answer that much sooner. */
const PREPARED_FASTER = 100;
const ALL_PAIRS = (BLOCKS * (BLOCKS - 1)) / 2;
/** Primes, so that the blocks and the sampled pairs come in no order. */
const STRIDE = 7_919;
const OTHER_STRIDE = 6_133;

const BYTE = 256;


/** 10,000 blocks in 10.0.0.0/8, unsorted: /24s, and some /25s in one of them. */
function makeBlocks(): readonly string[] {
  return Array.from({ length: BLOCKS }, (_, index) => {
    const shuffled = (index * STRIDE) % BLOCKS;
    const isInside = shuffled % OVERLAPPING_EVERY === 0 && shuffled > 0;
    const place = isInside ? shuffled - 1 : shuffled;
    return `10.${Math.floor(place / BYTE)}.${place % BYTE}.0/${isInside ? 25 : 24}`;
  });
}

function own(blocks: readonly string[]): readonly OwnedBlock<{ readonly id: string }>[] {
  return blocks.flatMap((text, index) => {
    const block = readCidr(text);
    return block === undefined ? [] : [{ owner: { id: `subnet-${index}` }, block }];
  });
}

const multiply = ({ min, median, max }: Spread, factor: number): Spread => ({ min: min * factor, median: median * factor, max: max * factor });
const invert = ({ min, median, max }: Spread): Spread => ({ min: 1 / max, median: 1 / median, max: 1 / min });

/** How often the sweep is done while all pairs are judged, from a sample of the pairs. */
function extrapolate(sampled: Comparison, factor: number): Comparison {
  return { ...sampled, ratio: multiply(invert(sampled.ratio), factor), baseline: multiply(sampled.baseline, factor) };
}

/** Something of ip-num that can be asked whether it overlaps another. */
interface Range<Self> {
  isOverlapping(other: Self): boolean;
}

/** Asks ip-num about the next pairs, in no order; answers how many overlap. */
function judgePairs<One extends Range<One>>(ranges: readonly One[], sample: number): () => number {
  let pair = 0;
  return () => {
    let overlaps = 0;
    for (let count = 0; count < sample; count += 1) {
      pair += 1;
      const [first, second] = [ranges[(pair * STRIDE) % BLOCKS], ranges[(pair * OTHER_STRIDE + 1) % BLOCKS]];
      if (first && second && first.isOverlapping(second)) overlaps += 1;
    }
    return overlaps;
  };
}

async function measureAgainst<One extends Range<One>>(ranges: readonly One[], given: { readonly sample: number; readonly unit: string }): Promise<Figure> {
  const { sample, unit } = given;
  const blocks = own(makeBlocks());
  const sampled = await compare({ run: () => findOverlappingBlocks(blocks) }, { run: judgePairs(ranges, sample) });
  const note = `${formatCount(sample)} of ${formatCount(ALL_PAIRS)} pairs timed, the rest extrapolated`;
  return { title: 'overlaps among 10,000 blocks', unit, comparison: extrapolate(sampled, ALL_PAIRS / sample), note };
}

/** Both know the same overlaps, else the times say nothing. */
function checkAnswers(): void {
  const found = findOverlappingBlocks(own(makeBlocks())).length;
  const there = BLOCKS / OVERLAPPING_EVERY - 1;
  if (found !== there) throw new Error(`${found} overlaps were found, and ${there} are there.`);
}

/** Overlaps among 10,000 blocks: sorted and swept, against every pair asked of ip-num. */
export async function* measureOverlap(): AsyncGenerator<Figure> {
  checkAnswers();
  const ranges = makeBlocks().map((text) => IPv4CidrRange.fromCidr(text));
  yield { ...(await measureAgainst(ranges, { sample: SAMPLE, unit: '× faster than ip-num on all pairs' })), goal: { least: 100_000 } };
  const prepared = ranges.map((range) => range.toRangeSet());
  yield await measureAgainst(prepared, { sample: SAMPLE * PREPARED_FASTER, unit: '× faster than ip-num on all pairs, its ranges turned into sets beforehand' });
}
