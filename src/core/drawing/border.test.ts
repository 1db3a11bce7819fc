import { expect, test } from 'vitest';
import { snapToBorder } from './border.ts';
import { GATE } from './sizes.ts';

const vpc = { width: 600, height: 400 };

test.each([
  ['at the left', { x: 30, y: 120 }, { side: 'left', x: -20, y: 120 }],
  ['at the right', { x: 500, y: 120 }, { side: 'right', x: 580, y: 120 }],
  ['at the bottom', { x: 300, y: 330 }, { side: 'bottom', x: 300, y: 380 }],
  ['in the middle, at the left where traffic comes from', { x: 290, y: 120 }, { side: 'left', x: -20, y: 120 }],
  ['never above, where the caption is', { x: 200, y: -60 }, { side: 'left', x: -20, y: 10 }],
  ['not below the end of a side', { x: -300, y: 900 }, { side: 'left', x: -20, y: 360 }],
])('a gateway snaps to a border: %s', (_name, at, expected) => {
  expect(snapToBorder({ ...GATE, ...at }, vpc)).toEqual(expected);
});
