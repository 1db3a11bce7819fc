import { rangeOf, type Cidr } from '../../address/cidr.ts';
import { count, fromIntervals, intersect, type IntervalSet } from '../../address/interval-set.ts';
import type { Interval } from '../../address/interval.ts';
import { publicIpv4, publicIpv6 } from '../../address/special-ranges.ts';
import { formatSources } from '../../exposure/group-boxes.ts';

/** Addresses of one family. */
export type Sources = IntervalSet<number | bigint>;

/**
 * How much of the internet some addresses are. `everywhere`: a /8 of IPv4 or a /16 of IPv6 or more, which nobody knows to
 * be their own. `wide`: more than the /16 or /32 that one organisation may hold. `narrow`: less. `none`: no public address.
 */
export type Width = 'everywhere' | 'wide' | 'narrow' | 'none';

const limits = { 4: { everywhere: 2n ** 24n, wide: 2n ** 16n }, 6: { everywhere: 2n ** 112n, wide: 2n ** 96n } } as const;

const isIpv4 = (range: Interval): range is Interval<number> => typeof range[0] === 'number';

/** The part of some ranges that machines on the internet can have as their addresses. */
export function publicPart(ranges: readonly Interval[]): Sources {
  const [first] = ranges;
  if (first === undefined) return [];
  if (isIpv4(first)) return intersect(fromIntervals(ranges as readonly Interval<number>[]), publicIpv4);
  return intersect(fromIntervals(ranges as readonly Interval<bigint>[]), publicIpv6);
}

const publicParts = new WeakMap<Cidr, Sources>();

/** The part of a block that machines on the internet can have as their addresses. */
export function publicPartOf(block: Cidr): Sources {
  const known = publicParts.get(block);
  if (known) return known;
  const part = publicPart([rangeOf(block)]);
  publicParts.set(block, part);
  return part;
}

/** Judges public sources by how many there are. */
export function widthOf(sources: Sources): Width {
  const [first] = sources;
  if (first === undefined) return 'none';
  const { everywhere, wide } = limits[isIpv4(first) ? 4 : 6];
  const total = count(sources);
  if (total >= everywhere) return 'everywhere';
  return total > wide ? 'wide' : 'narrow';
}

const SHOWN_BLOCKS = 4;

/** "203.0.113.0/24", "0.0.0.0/0, the whole internet", "1.0.0.0/8, 2.0.0.0/7, 4.0.0.0/6, 8.0.0.0/7 and 20 more blocks". */
export function describeSources(sources: Sources): string {
  const blocks = formatSources(sources);
  if (blocks[0] === '0.0.0.0/0' || blocks[0] === '::/0') return `${blocks[0]}, the whole internet`;
  if (blocks.length <= SHOWN_BLOCKS) return blocks.join(', ');
  return `${blocks.slice(0, SHOWN_BLOCKS - 1).join(', ')} and ${blocks.length - SHOWN_BLOCKS + 1} more blocks`;
}
