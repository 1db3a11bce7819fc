/** What an interval is made of: IPv4 addresses, ports and protocol numbers are numbers, IPv6 addresses are bigints. */
export type Point = number | bigint;

/** Half-open: `start` belongs to it, `end` does not. */
export type Interval<N extends Point = Point> = readonly [start: N, end: N];

/**
 * Whether `a` is smaller than `b`. The two branches look alike on purpose: each comparison then sees one type only, which
 * keeps the engine's number path fast when IPv6 designs pass through the same code.
 */
export function precedes<N extends Point>(a: N, b: N): boolean {
  if (typeof a === 'number') return a < b;
  return a < b;
}

/** Orders two points for `Array.sort`. */
export function comparePoints<N extends Point>(a: N, b: N): number {
  if (precedes(a, b)) return -1;
  return precedes(b, a) ? 1 : 0;
}

/** Whether the two intervals, neither of them empty, share a point. */
export function intervalsMeet<N extends Point>(a: Interval<N>, b: Interval<N>): boolean {
  return precedes(a[0], b[1]) && precedes(b[0], a[1]);
}

/** Whether `inner` lies wholly inside `outer`. */
export function intervalCovers<N extends Point>(outer: Interval<N>, inner: Interval<N>): boolean {
  return !precedes(inner[0], outer[0]) && !precedes(outer[1], inner[1]);
}

/** Whether the point lies in the interval. */
export function intervalHas<N extends Point>(interval: Interval<N>, point: N): boolean {
  return !precedes(point, interval[0]) && precedes(point, interval[1]);
}

/** The common part of two intervals that meet; returns `a` itself when `b` covers it. */
export function commonPart<N extends Point>(a: Interval<N>, b: Interval<N>): Interval<N> {
  const startsLater = precedes(a[0], b[0]);
  const endsEarlier = precedes(b[1], a[1]);
  if (!startsLater && !endsEarlier) return a;
  return [startsLater ? b[0] : a[0], endsEarlier ? b[1] : a[1]];
}
