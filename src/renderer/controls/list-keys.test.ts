import { describe, expect, test } from 'vitest';
import { lineAfterKey, lineAfterTyping } from './list-keys.ts';

const lines = [
  { label: 'All' },
  { label: 'Custom TCP', disabled: true },
  { label: 'HTTP' },
  { label: 'HTTPS' },
  { label: 'SSH', disabled: true },
];

describe('lineAfterKey', () => {
  test.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 0, 2],
    ['ArrowDown', 3, 3],
    ['ArrowUp', -1, 3],
    ['ArrowUp', 2, 0],
    ['ArrowUp', 0, 0],
    ['Home', 3, 0],
    ['End', 0, 3],
    ['PageDown', 0, 3],
    ['PageUp', 3, 0],
    ['x', 0, undefined],
  ])('%s from %d goes to %j', (key, active, line) => {
    expect(lineAfterKey(key, active, lines)).toBe(line);
  });

  test('an empty list has no line to go to', () => {
    expect(lineAfterKey('ArrowDown', -1, [])).toBe(-1);
  });
});

describe('lineAfterTyping', () => {
  test.each([
    ['h', 0, 2],
    ['h', 2, 3],
    ['h', 3, 2],
    ['hh', 2, 3],
    ['https', 2, 3],
    ['http', 3, 3],
    ['s', 0, undefined],
    ['zz', 0, undefined],
  ])('typed %j on line %d goes to %j', (typed, active, line) => {
    expect(lineAfterTyping(typed, active, lines)).toBe(line);
  });
});
