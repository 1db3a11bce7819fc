import { comparePoints, precedes } from './interval.ts';
import type { Point } from './interval.ts';

/** A half-open range of addresses and the key the caller knows it by. */
export interface SweptBlock<Key, N extends Point> {
  readonly key: Key;
  readonly first: N;
  readonly end: N;
}

/**
 * Every pair of blocks that share an address, each pair once, the block that starts lower first. Sorts and sweeps, so the
 * time grows with the blocks and the overlaps found, not with all pairs. Empty blocks overlap nothing.
 */
export function findOverlaps<Key, N extends Point>(blocks: readonly SweptBlock<Key, N>[]): readonly (readonly [Key, Key])[] {
  const sorted = blocks.filter(({ first, end }) => precedes(first, end)).sort((a, b) => comparePoints(a.first, b.first));
  const pairs: (readonly [Key, Key])[] = [];
  for (const [index, block] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || !precedes(other.first, block.end)) break;
      pairs.push([block.key, other.key]);
    }
  }
  return pairs;
}
