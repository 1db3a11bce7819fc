import { cidrsOf, formatCidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { contains, equals, fromIntervals, subtract, union, type IntervalSet } from '../address/interval-set.ts';
import { protocolName } from '../address/protocol.ts';
import { publicIpv4, publicIpv6 } from '../address/special-ranges.ts';
import type { AnyBox } from '../filtering/rule-match.ts';

/** Sources and the ports they reach, of one protocol. */
export interface Reach {
  readonly protocol: string;
  readonly sources: IntervalSet<number | bigint>;
  /** Closed ranges. For ICMP: type * 256 + code. */
  readonly ports: readonly (readonly [from: number, to: number])[];
}

const keyOf = (set: IntervalSet<number | bigint>): string => set.map(([start, end]) => `${start}-${end}`).join(',');

/** Cuts the port axis wherever some box begins or ends. */
function portPieces(boxes: readonly AnyBox[]): readonly Interval<number>[] {
  const cuts = [...new Set(boxes.flatMap(({ destinationPort }) => [...destinationPort]))].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index): Interval<number> => [start, cuts[index + 1] ?? start]);
}

function reachesOf(protocol: string, boxes: readonly AnyBox[]): readonly Reach[] {
  const bySources = new Map<string, { readonly sources: IntervalSet<number | bigint>; ports: Interval<number>[] }>();
  for (const piece of portPieces(boxes)) {
    const sources = fromIntervals(boxes.filter(({ destinationPort }) => destinationPort[0] <= piece[0] && piece[1] <= destinationPort[1]).map(({ source }) => source));
    if (sources.length === 0) continue;
    const key = keyOf(sources);
    const known = bySources.get(key);
    if (known) known.ports.push(piece);
    else bySources.set(key, { sources, ports: [piece] });
  }
  return [...bySources.values()].map(({ sources, ports }) => ({ protocol, sources, ports: fromIntervals(ports).map(([start, end]) => [start, end - 1] as const) }));
}

/** Disjoint rows: of each family and protocol, which sources reach which ports. */
export function groupBoxes(boxes: readonly AnyBox[]): readonly Reach[] {
  const byProtocol = new Map<string, { readonly name: string; readonly boxes: AnyBox[] }>();
  for (const box of boxes) {
    const [first, end] = box.protocol;
    const name = end - first === 1 ? protocolName(first) : `${first}-${end - 1}`;
    const key = `${typeof box.source[0]} ${name}`;
    const group = byProtocol.get(key);
    if (group) group.boxes.push(box);
    else byProtocol.set(key, { name, boxes: [box] });
  }
  return [...byProtocol.values()].flatMap(({ name, boxes: group }) => reachesOf(name, group));
}

/** Gaps between public addresses that no packet from the internet has as its source: closing them shortens a list. */
const gapsOfIpv4 = subtract<number>([[0, 2 ** 32]], publicIpv4);

function closeGaps(sources: IntervalSet<number>): IntervalSet<number> {
  const closed = gapsOfIpv4.filter(([start, end]) => (start === 0 || contains(sources, start - 1)) && (end === 2 ** 32 || contains(sources, end)));
  return union(sources, closed);
}

/** Puts blocks of the VPC itself back where the internet was cut around them: they are no part of it, and make a list long. */
export function closeOwnBlocks(sources: IntervalSet<number | bigint>, own: readonly Interval<bigint>[]): IntervalSet<number | bigint> {
  if (own.length === 0 || isIpv4(sources)) return sources;
  const wide = sources as IntervalSet<bigint>;
  return union(wide, fromIntervals(own.filter(([start, end]) => contains(wide, start - 1n) && contains(wide, end))));
}

const isIpv4 = (set: IntervalSet<number | bigint>): set is IntervalSet<number> => set.every(([start]) => typeof start === 'number');

/** Sources from the internet as CIDR blocks; all of them are `0.0.0.0/0` or `::/0`. */
export function formatSources(sources: IntervalSet<number | bigint>): readonly string[] {
  if (isIpv4(sources)) {
    if (equals(sources, publicIpv4)) return ['0.0.0.0/0'];
    return closeGaps(sources).flatMap((interval) => cidrsOf(interval).map(formatCidr));
  }
  const wide = sources as IntervalSet<bigint>;
  return equals(wide, publicIpv6) ? ['::/0'] : wide.flatMap((interval) => cidrsOf(interval).map(formatCidr));
}
