import { describe, expect, test } from 'vitest';
import type { SplitState } from './split-size.ts';
import { clampSize, sizeAfterKey } from './split-size.ts';

const left: SplitState = { axis: 'x', sized: 'first', size: 236, min: 180, max: 400 };
const dock: SplitState = { axis: 'y', sized: 'second', size: 312, min: 200, max: 540 };

describe('sizeAfterKey', () => {
  test.each([
    ['the left pane grows to the right', left, 'ArrowRight', false, 252],
    ['the left pane shrinks to the left', left, 'ArrowLeft', false, 220],
    ['shift takes larger steps', left, 'ArrowRight', true, 300],
    ['a step ends at the largest size', { ...left, size: 395 }, 'ArrowRight', false, 400],
    ['a step ends at the smallest size', { ...left, size: 190 }, 'ArrowLeft', false, 180],
    ['the dock grows upwards', dock, 'ArrowUp', false, 328],
    ['the dock shrinks downwards', dock, 'ArrowDown', false, 296],
    ['Home takes the smallest size', dock, 'Home', false, 200],
    ['End takes the largest size', dock, 'End', false, 540],
    ['arrows of the other axis do nothing', dock, 'ArrowLeft', false, undefined],
    ['other keys do nothing', left, 'a', false, undefined],
  ] as const)('%s', (...[, state, key, shiftKey, size]) => {
    expect(sizeAfterKey({ key, shiftKey }, state)).toBe(size);
  });
});

test('the smallest size wins where a range is turned round', () => {
  expect(clampSize(100, { min: 200, max: 150 })).toBe(200);
});
