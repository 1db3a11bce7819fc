import { describe, expect, test } from 'vitest';
import { indexAfterDrop, positionAfterKey, readLines } from './grid-position.ts';

const size = { rows: 3, columns: 4 };

describe('positionAfterKey', () => {
  test.each([
    ['ArrowUp', false, [1, 1], [0, 1]],
    ['ArrowUp', false, [0, 1], [0, 1]],
    ['ArrowDown', false, [1, 1], [2, 1]],
    ['ArrowDown', false, [2, 1], [2, 1]],
    ['ArrowLeft', false, [1, 0], [1, 0]],
    ['ArrowRight', false, [1, 3], [1, 3]],
    ['ArrowRight', false, [1, 2], [1, 3]],
    ['Home', false, [1, 2], [1, 0]],
    ['End', false, [1, 2], [1, 3]],
    ['Home', true, [1, 2], [0, 0]],
    ['End', true, [1, 2], [2, 3]],
  ] as const)('%s, Ctrl %s, from %j to %j', (...[key, ctrlKey, [row, column], [toRow, toColumn]]) => {
    expect(positionAfterKey({ key, ctrlKey }, { row, column }, size)).toEqual({ row: toRow, column: toColumn });
  });

  test('any other key goes nowhere', () => {
    expect(positionAfterKey({ key: 'x', ctrlKey: false }, { row: 0, column: 0 }, size)).toBeUndefined();
  });
});

test('pasted lines come without blanks and empty lines', () => {
  expect(readLines(' 10.0.0.0/16\r\n\n10.1.0.0/16 \r10.2.0.0/16')).toEqual([
    '10.0.0.0/16',
    '10.1.0.0/16',
    '10.2.0.0/16',
  ]);
});

describe('a row dropped before another', () => {
  test.each([
    [0, 0, undefined],
    [0, 1, undefined],
    [0, 2, 1],
    [0, 3, 2],
    [2, 0, 0],
    [2, 2, undefined],
    [1, 0, 0],
  ])('row %d before %d gets index %j', (from, before, index) => {
    expect(indexAfterDrop(from, before)).toBe(index);
  });

  test('lands where the order says, for every pair', () => {
    const rows = ['a', 'b', 'c', 'd'];
    for (const [from, row] of rows.entries()) {
      for (let before = 0; before <= rows.length; before += 1) {
        const index = indexAfterDrop(from, before);
        const expected = [
          ...rows.slice(0, before).filter((other) => other !== row),
          row,
          ...rows.slice(before).filter((other) => other !== row),
        ];
        const moved = rows.filter((other) => other !== row);
        moved.splice(index ?? from, 0, row);
        expect(moved).toEqual(expected);
      }
    }
  });
});
