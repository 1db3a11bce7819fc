import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Polyline } from './line-candidates.ts';
import { distanceToBorder, lengthOfLine, offsetFor, offsetLine, piecesOf, pointAlong, splitLine } from './path-geometry.ts';

/** Level and upright pieces in turn, each long enough to be seen. */
const lines: fc.Arbitrary<Polyline> = fc
  .array(
    fc.integer({ min: 6, max: 90 }).chain((size) => fc.constantFrom(size, -size)),
    { minLength: 1, maxLength: 6 },
  )
  .map((sizes) => {
    const points = [{ x: 0, y: 0 }];
    sizes.forEach((size, index) => {
      const last = points.at(-1) ?? { x: 0, y: 0 };
      points.push(index % 2 === 0 ? { x: last.x + size, y: last.y } : { x: last.x, y: last.y + size });
    });
    return points;
  });

describe('a line moved aside', () => {
  test('keeps the direction of every piece', () => {
    fc.assert(
      fc.property(lines, (points) => {
        const moved = piecesOf(offsetLine(points, offsetFor(points)));
        piecesOf(points).forEach(({ from, to }, index) => {
          const piece = moved[index];
          expect(piece && [Math.sign(piece.to.x - piece.from.x), Math.sign(piece.to.y - piece.from.y)]).toEqual([
            Math.sign(to.x - from.x),
            Math.sign(to.y - from.y),
          ]);
        });
      }),
    );
  });

  test.each([
    [
      'to the right: above',
      [
        { x: 0, y: 50 },
        { x: 100, y: 50 },
      ],
      [
        { x: 0, y: 39 },
        { x: 100, y: 39 },
      ],
    ],
    [
      'back: below',
      [
        { x: 100, y: 50 },
        { x: 0, y: 50 },
      ],
      [
        { x: 100, y: 61 },
        { x: 0, y: 61 },
      ],
    ],
    [
      'downwards: at the right',
      [
        { x: 50, y: 0 },
        { x: 50, y: 90 },
      ],
      [
        { x: 61, y: 0 },
        { x: 61, y: 90 },
      ],
    ],
  ])('lies at the left of who goes %s', (_name, points, moved) => {
    expect(offsetLine(points, 11)).toEqual(moved);
  });
});

test('a split line is as long as before and meets where it was cut', () => {
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (points, share) => {
      const at = lengthOfLine(points) * share;
      const [before, after] = splitLine(points, at);
      expect(lengthOfLine(before)).toBeCloseTo(at, 6);
      expect(lengthOfLine(before) + lengthOfLine(after)).toBeCloseTo(lengthOfLine(points), 6);
      expect(before.at(-1)).toEqual(after[0]);
      expect(after[0]).toEqual(pointAlong(points, at));
    }),
  );
});

describe('the way to the border of a box', () => {
  const box = { x: 100, y: 0, width: 50, height: 40 };
  const level = (from: number, to: number): Polyline => [
    { x: from, y: 20 },
    { x: to, y: 20 },
  ];

  test.each([
    ['into it', level(0, 120), 100],
    ['out of it to the left', level(130, 0), 30],
    ['out of it to the right', level(120, 200), 30],
    [
      'around a corner into it',
      [
        { x: 0, y: -60 },
        { x: 125, y: -60 },
        { x: 125, y: 20 },
      ],
      185,
    ],
  ])('%s', (_name, points, distance) => {
    expect(distanceToBorder(points, box)).toBe(distance);
  });

  test('past it is none', () => {
    expect(distanceToBorder(level(0, 90), box)).toBeUndefined();
  });
});
