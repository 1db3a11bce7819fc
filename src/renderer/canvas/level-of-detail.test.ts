import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelAt, markScaleAt, textScaleAt } from './level-of-detail.ts';

test.each([
  [1, 'near'],
  [0.85, 'near'],
  [0.84, 'middle'],
  [0.66, 'middle'],
  [0.5, 'coarse'],
  [0.4, 'coarse'],
  [0.39, 'far'],
] as const)('at %s the level is %s', (zoom, level) => {
  expect(levelAt(zoom)).toBe(level);
});

test('names stay readable as long as they are shown', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.4, max: 0.849, noNaN: true }), (zoom) => {
      const onScreen = 11 * textScaleAt(zoom) * zoom;
      expect(onScreen).toBeGreaterThan(10.2);
    }),
  );
});

test('marks keep their size on the screen while the canvas shrinks, and grow along above 100 %', () => {
  expect(markScaleAt(2)).toBe(1);
  expect(markScaleAt(0.5) * 0.5).toBeCloseTo(1);
  expect(markScaleAt(0.01)).toBe(16);
});
