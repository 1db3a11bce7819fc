import { describe, expect, test } from 'vitest';
import { routeBracket, routeLine, toPathData } from './route-line.ts';

const box = (x: number, y: number, width = 100, height = 60) => ({ x, y, width, height });

describe('a line between two nodes', () => {
  test('is straight where both face each other, at the middle of the smaller one', () => {
    expect(routeLine(box(0, 0, 100, 200), box(300, 40))).toEqual([
      { x: 100, y: 70 },
      { x: 300, y: 70 },
    ]);
  });

  test('starts at the left side when it leads to the left', () => {
    expect(routeLine(box(300, 0), box(0, 0))).toEqual([
      { x: 300, y: 30 },
      { x: 100, y: 30 },
    ]);
  });

  test('has one step where they do not face each other', () => {
    expect(routeLine(box(0, 0), box(300, 400))).toEqual([
      { x: 100, y: 30 },
      { x: 200, y: 30 },
      { x: 200, y: 430 },
      { x: 300, y: 430 },
    ]);
  });

  test('goes from below to above where they stand over each other', () => {
    expect(routeLine(box(0, 0), box(20, 200))).toEqual([
      { x: 50, y: 60 },
      { x: 50, y: 200 },
    ]);
  });

  test('two lines with opposite shifts do not touch', () => {
    const request = routeLine(box(0, 0), box(300, 400), -11);
    const reply = routeLine(box(0, 0), box(300, 400), 11);
    expect(request[0]?.y).toBe(19);
    expect(reply[0]?.y).toBe(41);
    expect(request[1]?.x).not.toBe(reply[1]?.x);
  });
});

test('copies that stand below each other are joined at their right', () => {
  expect(routeBracket(box(0, 0), box(0, 200))).toEqual([
    { x: 100, y: 30 },
    { x: 108, y: 30 },
    { x: 108, y: 230 },
    { x: 100, y: 230 },
  ]);
});

test('corners are round, and no rounder than the pieces are long', () => {
  expect(toPathData([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 4 }])).toBe('M0 0L6 0Q10 0 10 2L10 4');
});
