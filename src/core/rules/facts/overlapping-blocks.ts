import { addressCount, type Cidr } from '../../address/cidr.ts';
import { comparePoints, precedes, type Point } from '../../address/interval.ts';

/** A block and whose it is. */
export interface OwnedBlock<Owner> {
  readonly owner: Owner;
  readonly block: Cidr;
}

/** Two owners whose blocks share an address. */
export interface Overlap<Owner> {
  readonly first: OwnedBlock<Owner>;
  readonly second: OwnedBlock<Owner>;
}

/** Beyond so many overlaps in one place nobody reads on, and a design with all blocks alike must not take all day. */
const MOST_OVERLAPS = 500;

const endOf = ({ block }: OwnedBlock<unknown>): Point => (block.family === 4 ? block.first + addressCount(block) : block.first + addressCount(block));

function* sweep<Owner>(blocks: readonly OwnedBlock<Owner>[]): Generator<Overlap<Owner>> {
  const sorted = [...blocks].sort((a, b) => comparePoints<Point>(a.block.first, b.block.first) || a.block.prefixLength - b.block.prefixLength);
  for (const [index, first] of sorted.entries()) {
    const end = endOf(first);
    for (let next = index + 1; next < sorted.length; next += 1) {
      const second = sorted[next];
      if (second === undefined || !precedes<Point>(second.block.first, end)) break;
      if (first.owner !== second.owner) yield { first, second };
    }
  }
}

/** Every two owners whose blocks overlap, each two once, IPv4 before IPv6: sorts and sweeps, so time grows with what is found. */
export function findOverlappingBlocks<Owner extends { readonly id: string }>(blocks: readonly OwnedBlock<Owner>[]): readonly Overlap<Owner>[] {
  if (blocks.length < 2) return [];
  const found: Overlap<Owner>[] = [];
  const told = new Set<string>();
  for (const family of [4, 6] as const) {
    const ofFamily = blocks.filter(({ block }) => block.family === family);
    for (const overlap of sweep(ofFamily)) {
      const key = [overlap.first.owner.id, overlap.second.owner.id].sort().join(' ');
      if (told.has(key)) continue;
      told.add(key);
      found.push(overlap);
      if (found.length >= MOST_OVERLAPS) return found;
    }
  }
  return found;
}

/** For each owner whose block overlaps one that starts before it: the one of those that reaches furthest. Linear but for the sort. */
export function findFirstOverlaps<Owner extends { readonly id: string }>(blocks: readonly OwnedBlock<Owner>[]): readonly Overlap<Owner>[] {
  const sorted = blocks
    .filter(({ block }) => block.family === 4)
    .sort((a, b) => comparePoints<Point>(a.block.first, b.block.first) || a.block.prefixLength - b.block.prefixLength);
  const found: Overlap<Owner>[] = [];
  let widest: OwnedBlock<Owner> | undefined;
  for (const second of sorted) {
    if (widest && precedes<Point>(second.block.first, endOf(widest)) && widest.owner !== second.owner) found.push({ first: widest, second });
    if (!widest || precedes<Point>(endOf(widest), endOf(second))) widest = second;
  }
  return found;
}
