import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossingOf, cutLine, lengthOf, pointAt } from './measure-line.ts';

const corner = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 50 },
];
const all = { from: 0, to: lengthOf(corner) };

test('a line is cut where it is told, and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 150, noNaN: true }), (at) => {
      const [before, after] = cutLine(corner, at);
      expect(lengthOf(before)).toBeCloseTo(at, 6);
      expect(lengthOf(before) + lengthOf(after)).toBeCloseTo(150, 6);
    }),
  );
});

test('a point lies on the line', () => {
  expect(pointAt(corner, 120)).toEqual({ x: 100, y: 20 });
  expect(pointAt(corner, 999)).toEqual({ x: 100, y: 50 });
});

describe('the border of a rectangle', () => {
  test.each([
    ['entered', { x: 40, y: -20, width: 40, height: 40 }, { at: 40, isEntering: true }],
    ['left, when the line starts inside', { x: -20, y: -20, width: 60, height: 40 }, { at: 40, isEntering: false }],
    ['met at its end', { x: 80, y: 50, width: 60, height: 40 }, { at: 150, isEntering: true }],
    ['not met', { x: 500, y: 500, width: 10, height: 10 }, undefined],
  ] as const)('is %s', (_case, rectangle, crossing) => {
    expect(crossingOf(corner, rectangle, all)).toEqual(crossing);
  });
});
