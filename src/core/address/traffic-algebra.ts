import { boxHas } from './box.ts';
import type { Box, Packet } from './box.ts';
import { intersectBoxes, splitBoxes, subtractBoxes, uniteBoxes } from './box-list.ts';
import { isBox4, isPacket4, noTraffic, withBoxes4, withBoxes6 } from './traffic.ts';
import type { Traffic4, Traffic6, TrafficSet } from './traffic.ts';

/** What of a set lies inside and outside of a matcher. Together they are the set, and they share no packet. */
export interface Split<Set extends TrafficSet> {
  readonly inside: Set;
  readonly outside: Set;
}

export function isEmpty(set: TrafficSet): boolean {
  return set.boxes.length === 0;
}

/** The packets of both sets. Sets of different families have none in common. */
export function intersect<Set extends TrafficSet>(a: Set, b: TrafficSet): Set;
export function intersect(a: TrafficSet, b: TrafficSet): TrafficSet {
  if (a.family === 4) return b.family === 4 ? withBoxes4(a, intersectBoxes(a.boxes, b.boxes)) : noTraffic(4);
  return b.family === 6 ? withBoxes6(a, intersectBoxes(a.boxes, b.boxes)) : noTraffic(6);
}

/** The packets of `a` that are not in `b`. */
export function subtract<Set extends TrafficSet>(a: Set, b: TrafficSet): Set;
export function subtract(a: TrafficSet, b: TrafficSet): TrafficSet {
  if (a.family === 4) return b.family === 4 ? withBoxes4(a, subtractBoxes(a.boxes, b.boxes)) : a;
  return b.family === 6 ? withBoxes6(a, subtractBoxes(a.boxes, b.boxes)) : a;
}

/** The packets of either set, as disjoint boxes. Throws when one is IPv4 and the other IPv6: no set holds both. */
export function union<Set extends TrafficSet>(a: Set, b: NoInfer<Set>): Set;
export function union(a: TrafficSet, b: TrafficSet): TrafficSet {
  if (a.family === 4 && b.family === 4) return withBoxes4(a, uniteBoxes(a.boxes, b.boxes));
  if (a.family === 6 && b.family === 6) return withBoxes6(a, uniteBoxes(a.boxes, b.boxes));
  throw new TypeError('A traffic set holds IPv4 or IPv6 packets, never both.');
}

/** Whether every packet of `inner` is in `outer`. */
export function isSubset(inner: TrafficSet, outer: TrafficSet): boolean {
  return isEmpty(subtract(inner, outer));
}

/** Whether both sets hold the same packets, however they are cut into boxes. Empty sets are equal across families. */
export function equals(a: TrafficSet, b: TrafficSet): boolean {
  return a === b || (isSubset(a, b) && isSubset(b, a));
}

/** Whether the packet is in the set. */
export function contains(set: TrafficSet, packet: Packet<number> | Packet<bigint>): boolean {
  if (set.family === 4) return isPacket4(packet) && set.boxes.some((box) => boxHas(box, packet));
  return !isPacket4(packet) && set.boxes.some((box) => boxHas(box, packet));
}

/**
 * What of the set matches the box and what does not. A set of one stays one box, and a side that is the whole set is the
 * set itself, so that a chain of rules costs nothing where it does not cut.
 */
export function splitBy<Set extends TrafficSet>(set: Set, matcher: Box<number> | Box<bigint>): Split<Set>;
export function splitBy(set: TrafficSet, matcher: Box<number> | Box<bigint>): Split<TrafficSet> {
  if (set.family === 4) {
    if (!isBox4(matcher)) return { inside: noTraffic(4), outside: set };
    const sides = splitBoxes(set.boxes, matcher);
    return { inside: withBoxes4(set, sides.inside), outside: withBoxes4(set, sides.outside) };
  }
  if (isBox4(matcher)) return { inside: noTraffic(6), outside: set };
  const sides = splitBoxes(set.boxes, matcher);
  return { inside: withBoxes6(set, sides.inside), outside: withBoxes6(set, sides.outside) };
}

/** What of the set is in the other set and what is not. */
export function splitBySet<Set extends TrafficSet>(set: Set, matcher: TrafficSet): Split<Set>;
export function splitBySet(set: TrafficSet, matcher: TrafficSet): Split<TrafficSet> {
  const outside = subtract(set, matcher);
  return { inside: outside === set ? noTraffic(set.family) : intersect(set, matcher), outside };
}

/** The packets of any of the sets, all of one family. */
export function unionAll(family: 4, sets: readonly Traffic4[]): Traffic4;
export function unionAll(family: 6, sets: readonly Traffic6[]): Traffic6;
export function unionAll(family: 4 | 6, sets: readonly TrafficSet[]): TrafficSet;
export function unionAll(family: 4 | 6, sets: readonly TrafficSet[]): TrafficSet {
  return sets.reduce<TrafficSet>((all, set) => union(all, set), noTraffic(family));
}
