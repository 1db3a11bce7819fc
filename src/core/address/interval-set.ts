import { commonPart, comparePoints, intervalHas, intervalsMeet, precedes } from './interval.ts';
import type { Interval, Point } from './interval.ts';

/** Sorted half-open intervals that neither overlap nor touch: every set of points has exactly one such form. */
export type IntervalSet<N extends Point> = readonly Interval<N>[];

/** Sorts intervals, drops empty ones, and merges those that overlap or touch. */
export function fromIntervals<N extends Point>(intervals: readonly Interval<N>[]): IntervalSet<N> {
  const [only, second] = intervals;
  if (only === undefined || second === undefined) return only !== undefined && precedes(only[0], only[1]) ? [only] : [];
  const sorted = intervals.filter(([start, end]) => precedes(start, end)).sort((a, b) => comparePoints(a[0], b[0]));
  const merged: Interval<N>[] = [];
  for (const interval of sorted) {
    const last = merged[merged.length - 1];
    if (last === undefined || precedes(last[1], interval[0])) merged.push(interval);
    else if (precedes(last[1], interval[1])) merged[merged.length - 1] = [last[0], interval[1]];
  }
  return merged;
}

/** Every point of either set. */
export function union<N extends Point>(a: IntervalSet<N>, b: IntervalSet<N>): IntervalSet<N> {
  if (a.length === 0) return b;
  return b.length === 0 ? a : fromIntervals([...a, ...b]);
}

/** Every point of both sets. */
export function intersect<N extends Point>(a: IntervalSet<N>, b: IntervalSet<N>): IntervalSet<N> {
  const common: Interval<N>[] = [];
  let i = 0;
  let j = 0;
  for (let left = a[i], right = b[j]; left !== undefined && right !== undefined; left = a[i], right = b[j]) {
    if (intervalsMeet(left, right)) common.push(commonPart(left, right));
    if (precedes(left[1], right[1])) i += 1;
    else j += 1;
  }
  return common;
}

/** Every point of `a` that is not in `b`. */
export function subtract<N extends Point>(a: IntervalSet<N>, b: IntervalSet<N>): IntervalSet<N> {
  const rest: Interval<N>[] = [];
  let j = 0;
  for (const [first, end] of a) {
    let start = first;
    for (let cut = b[j]; cut !== undefined && !precedes(start, cut[1]); cut = b[j]) j += 1;
    for (let k = j, cut = b[k]; cut !== undefined && precedes(cut[0], end); k += 1, cut = b[k]) {
      if (precedes(start, cut[0])) rest.push([start, cut[0]]);
      start = cut[1];
    }
    if (precedes(start, end)) rest.push([start, end]);
  }
  return rest;
}

/** Whether the point belongs to the set. Takes time in the logarithm of the set's length. */
export function contains<N extends Point>(set: IntervalSet<N>, point: N): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const interval = set[middle];
    if (interval === undefined) return false;
    if (intervalHas(interval, point)) return true;
    if (precedes(point, interval[0])) high = middle - 1;
    else low = middle + 1;
  }
  return false;
}

export function isEmpty<N extends Point>(set: IntervalSet<N>): boolean {
  return set.length === 0;
}

/** Whether every point of `inner` belongs to `outer`. */
export function isSubset<N extends Point>(inner: IntervalSet<N>, outer: IntervalSet<N>): boolean {
  return subtract(inner, outer).length === 0;
}

/** Whether both sets hold the same points. */
export function equals<N extends Point>(a: IntervalSet<N>, b: IntervalSet<N>): boolean {
  if (a.length !== b.length) return false;
  return a.every((interval, index) => {
    const other = b[index];
    return other !== undefined && interval[0] === other[0] && interval[1] === other[1];
  });
}

/** How many points the set holds, as a bigint: ::/0 alone holds more than a number can count exactly. */
export function count<N extends Point>(set: IntervalSet<N>): bigint {
  return set.reduce((total, [start, end]) => total + BigInt(end) - BigInt(start), 0n);
}
