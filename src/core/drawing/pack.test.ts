import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNear } from './free-place.ts';
import { countCardColumns, packGrid, packRows, packToShape } from './pack.ts';

const sizes = fc.array(fc.record({ width: fc.integer({ min: 10, max: 400 }), height: fc.integer({ min: 10, max: 300 }) }), { maxLength: 20 });

describe.each([
  ['in a grid', packGrid],
  ['in rows', (items: Parameters<typeof packGrid>[0], gap: number) => packRows(items, gap, 500)],
  ['to a shape', (items: Parameters<typeof packGrid>[0], gap: number) => packToShape(items, gap, 1.2)],
] as const)('boxes packed %s', (_name, pack) => {
  test('keep their distance and lie in the whole', () => {
    fc.assert(
      fc.property(sizes, (items) => {
        const { places, width, height } = pack(items, 8);
        expect(places).toHaveLength(items.length);
        places.forEach((place, index) => {
          expect(place.x + place.width <= width && place.y + place.height <= height).toBe(true);
          for (const other of places.slice(index + 1)) expect(isNear(place, other, 8)).toBe(false);
        });
      }),
    );
  });
});

test.each([
  [0, 1],
  [1, 1],
  [4, 1],
  [5, 2],
  [12, 3],
  [100, 7],
])('%i cards stand in %i columns', (count, columns) => {
  expect(countCardColumns(count)).toBe(columns);
});

test('more cards never stand in fewer columns', () => {
  for (let count = 1; count < 400; count += 1) expect(countCardColumns(count + 1)).toBeGreaterThanOrEqual(countCardColumns(count));
});
