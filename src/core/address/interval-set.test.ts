import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, count, equals, fromIntervals, intersect, isEmpty, isSubset, subtract, union } from './interval-set.ts';
import type { IntervalSet } from './interval-set.ts';
import type { Interval, Point } from './interval.ts';

const UNIVERSE = Array.from({ length: 24 }, (_, point) => point);

const intervals = fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 24 })), { maxLength: 8 });

/** The same set twice: as intervals under test, and as the plain list of its points. */
interface Both<N extends Point> {
  readonly set: IntervalSet<N>;
  readonly points: ReadonlySet<N>;
}

const bothOf = <N extends Point>(pairs: readonly (readonly [number, number])[], point: (value: number) => N): Both<N> => ({
  set: fromIntervals(pairs.map(([start, end]): Interval<N> => [point(start), point(end)])),
  points: new Set(UNIVERSE.filter((value) => pairs.some(([start, end]) => value >= start && value < end)).map(point)),
});

const expectNormal = (set: IntervalSet<Point>): void => {
  for (const [index, [start, end]] of set.entries()) {
    expect(start < end).toBe(true);
    const next = set[index + 1];
    if (next !== undefined) expect(end < next[0]).toBe(true);
  }
};

describe.each([
  { name: 'numbers', point: (value: number): Point => value },
  { name: 'bigints', point: (value: number): Point => BigInt(value) },
  { name: 'IPv6-sized bigints', point: (value: number): Point => (BigInt(value) << 100n) + 7n },
])('laws of interval sets of $name', ({ point }) => {
  const sets = intervals.map((pairs) => bothOf(pairs, point));
  const universe = UNIVERSE.map(point);
  const expectPoints = (set: IntervalSet<Point>, expected: (value: Point) => boolean): void => {
    expectNormal(set);
    for (const value of universe) expect(contains(set, value)).toBe(expected(value));
  };

  test('every operation holds exactly the points it should', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expectPoints(a.set, (value) => a.points.has(value));
        expectPoints(union(a.set, b.set), (value) => a.points.has(value) || b.points.has(value));
        expectPoints(intersect(a.set, b.set), (value) => a.points.has(value) && b.points.has(value));
        expectPoints(subtract(a.set, b.set), (value) => a.points.has(value) && !b.points.has(value));
        const inside = [...a.points].every((value) => b.points.has(value));
        expect(isSubset(a.set, b.set)).toBe(inside);
        expect(equals(a.set, b.set)).toBe(inside && a.points.size === b.points.size);
        expect(isEmpty(a.set)).toBe(a.points.size === 0);
      }),
    );
  });

  test('a set has one form only: order and repetition of its intervals do not matter', () => {
    fc.assert(
      fc.property(intervals, (pairs) => {
        expect(bothOf([...pairs].reverse(), point).set).toEqual(bothOf([...pairs, ...pairs], point).set);
      }),
    );
  });
});

test('count takes the half-open length of each interval', () => {
  expect(
    count(
      fromIntervals<number>([
        [0, 10],
        [20, 25],
        [5, 12],
      ]),
    ),
  ).toBe(17n);
  expect(count<bigint>([[0n, 1n << 128n]])).toBe(1n << 128n);
  expect(count<number>([])).toBe(0n);
});

test('intervals that touch become one', () => {
  expect(
    fromIntervals<number>([
      [5, 9],
      [0, 5],
      [3, 3],
      [8, 2],
    ]),
  ).toEqual([[0, 9]]);
});
