import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignBoxes, distributeBoxes } from './align-boxes.ts';

const boxes = new Map([
  ['a', { x: 10, y: 0, width: 20, height: 10 }],
  ['b', { x: 100, y: 50, width: 40, height: 30 }],
  ['c', { x: 40, y: 200, width: 60, height: 20 }],
]);

describe('aligning', () => {
  test.each([
    ['left', { a: { x: 10, y: 0 }, b: { x: 10, y: 50 }, c: { x: 10, y: 200 } }],
    ['right', { a: { x: 120, y: 0 }, b: { x: 100, y: 50 }, c: { x: 80, y: 200 } }],
    ['center', { a: { x: 65, y: 0 }, b: { x: 55, y: 50 }, c: { x: 45, y: 200 } }],
    ['top', { a: { x: 10, y: 0 }, b: { x: 100, y: 0 }, c: { x: 40, y: 0 } }],
    ['bottom', { a: { x: 10, y: 210 }, b: { x: 100, y: 190 }, c: { x: 40, y: 200 } }],
    ['middle', { a: { x: 10, y: 105 }, b: { x: 100, y: 95 }, c: { x: 40, y: 100 } }],
  ] as const)('%s', (side, places) => {
    expect(Object.fromEntries(alignBoxes(boxes, side))).toEqual(places);
  });
});

describe('distributing', () => {
  test('makes equal gaps and leaves the outermost where they are', () => {
    expect(Object.fromEntries(distributeBoxes(boxes, 'vertically'))).toEqual({ a: { x: 10, y: 0 }, b: { x: 100, y: 90 }, c: { x: 40, y: 200 } });
  });

  test('keeps the frame around the boxes when they do not overlap', () => {
    const widths = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 12 });
    const gaps = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(widths, gaps, (lengths, between) => {
        let x = 0;
        const row = new Map(
          lengths.map((width, index) => {
            const box = { x, y: 0, width, height: 10 };
            x += width + (between[index] ?? 0);
            return [String(index), box];
          }),
        );
        const places = [...distributeBoxes(row, 'horizontally').values()];
        const last = lengths.length - 1;
        expect(places[0]?.x).toBe(0);
        expect(places[last]?.x).toBe(row.get(String(last))?.x);
      }),
    );
  });
});
