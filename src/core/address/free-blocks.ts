import { addressCount, bitsOf, compareCidrs, contains, formatCidr } from './cidr-block.ts';
import type { Cidr } from './cidr-block.ts';
import { fromIntervals, subtract } from './interval-set.ts';
import type { Interval } from './interval.ts';

/** Blocks to search in, and blocks inside them that are used. Taken blocks of the other family do not count. */
export interface FreeSpace {
  readonly within: readonly Cidr[];
  readonly taken: readonly Cidr[];
}

/** What block is wanted: its prefix length, and optionally the lowest address it may start at. */
export interface FreeSearch extends FreeSpace {
  readonly prefixLength: number;
  readonly from?: number | bigint;
}

const toBlock = (family: 4 | 6, first: bigint, prefixLength: number): Cidr =>
  family === 4 ? { family, first: Number(first), prefixLength } : { family, first, prefixLength };

const wideRange = (cidr: Cidr): Interval<bigint> => [BigInt(cidr.first), BigInt(cidr.first) + BigInt(addressCount(cidr))];

/** The blocks of `within` in order, without those that lie inside another one. */
function separateBlocks(within: readonly Cidr[]): readonly Cidr[] {
  const separate: Cidr[] = [];
  for (const cidr of [...within].sort(compareCidrs)) {
    const last = separate[separate.length - 1];
    if (last === undefined || !contains(last, cidr)) separate.push(cidr);
  }
  return separate;
}

/** The free intervals of one block: a subnet has to lie inside one block of its VPC, so blocks are never merged. */
function freeIntervals(block: Cidr, taken: readonly Cidr[]): readonly Interval<bigint>[] {
  const used = fromIntervals(taken.filter((cidr) => cidr.family === block.family).map(wideRange));
  return subtract([wideRange(block)], used);
}

/**
 * The lowest aligned block of the wanted length that lies inside one block of `within` and overlaps none of `taken`;
 * `undefined` when there is none. Works for IPv4 and IPv6.
 */
export function nextFree({ within, taken, prefixLength, from = 0n }: FreeSearch): Cidr | undefined {
  for (const block of separateBlocks(within)) {
    if (prefixLength < block.prefixLength || prefixLength > bitsOf(block.family)) continue;
    const size = 1n << BigInt(bitsOf(block.family) - prefixLength);
    for (const [start, end] of freeIntervals(block, taken)) {
      const lowest = start < BigInt(from) ? BigInt(from) : start;
      const first = ((lowest + size - 1n) / size) * size;
      if (first + size <= end) return toBlock(block.family, first, prefixLength);
    }
  }
  return undefined;
}

/** The fewest aligned blocks that together are exactly the interval, lowest first. */
function coverInterval(family: 4 | 6, [start, end]: Interval<bigint>): readonly Cidr[] {
  const blocks: Cidr[] = [];
  const bits = bitsOf(family);
  let first = start;
  while (first < end) {
    let hostBits = 0;
    while (hostBits < bits && first % (2n << BigInt(hostBits)) === 0n && first + (2n << BigInt(hostBits)) <= end) hostBits += 1;
    blocks.push(toBlock(family, first, bits - hostBits));
    first += 1n << BigInt(hostBits);
  }
  return blocks;
}

/** What is free, as the fewest aligned blocks in order, for each block of `within`. */
export function freeGaps({ within, taken }: FreeSpace): readonly Cidr[] {
  return separateBlocks(within).flatMap((block) =>
    freeIntervals(block, taken).flatMap((interval) => coverInterval(block.family, interval)),
  );
}

/** The fewest blocks that together are exactly the interval: numbers give IPv4 blocks, bigints IPv6 blocks. */
export function cidrsOf(interval: Interval<number> | Interval<bigint>): readonly Cidr[] {
  const family = typeof interval[0] === 'number' ? 4 : 6;
  return coverInterval(family, [BigInt(interval[0]), BigInt(interval[1])]);
}

/** Text of a set of addresses as blocks: `10.0.0.0/24, 10.0.2.0/23`. */
export function formatAddressSet(set: readonly (Interval<number> | Interval<bigint>)[]): string {
  return set.flatMap((interval) => cidrsOf(interval).map(formatCidr)).join(', ');
}
