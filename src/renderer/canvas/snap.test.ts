import { describe, expect, test } from 'vitest';
import { snapBox } from './snap.ts';

const sibling = { x: 100, y: 100, width: 50, height: 40 };

describe('a dragged box', () => {
  test.each([
    ['left edges', { x: 103, y: 300, width: 80, height: 40 }, { x: 100, y: 300 }, ['x']],
    ['middles', { x: 300, y: 107, width: 50, height: 20 }, { x: 300, y: 110 }, ['y']],
    ['right edges', { x: 68, y: 300, width: 80, height: 40 }, { x: 70, y: 300 }, ['x']],
    ['both', { x: 102, y: 98, width: 50, height: 40 }, { x: 100, y: 100 }, ['x', 'y']],
    ['nothing near', { x: 10, y: 10, width: 20, height: 20 }, { x: 10, y: 10 }, []],
  ] as const)('snaps to %s', (_case, box, place, axes) => {
    const { guides, ...snapped } = snapBox(box, [sibling], 5);
    expect(snapped).toEqual(place);
    expect(guides.map(({ axis }) => axis)).toEqual(axes);
  });

  test('shows a guide from the one box to the other', () => {
    expect(snapBox({ x: 103, y: 300, width: 80, height: 40 }, [sibling], 5).guides).toEqual([{ axis: 'x', at: 100, from: 100, to: 340 }]);
  });

  test('stays where it is among no siblings', () => {
    expect(snapBox({ x: 1, y: 2, width: 3, height: 4 }, [], 5)).toEqual({ x: 1, y: 2, guides: [] });
  });
});
