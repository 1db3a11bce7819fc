import { describe, expect, test } from 'vitest';
import { readWholeNumber } from './whole-number.ts';

const rules = { min: 1, max: 32766 };

describe('readWholeNumber', () => {
  test.each([
    ['100', 100],
    [' 32,766 ', 32766],
    ['1', 1],
    ['007', 7],
  ])('reads %j', (text, value) => {
    expect(readWholeNumber(text, rules)).toEqual({ ok: true, value });
  });

  test.each([
    ['0', '“0” is not a whole number from 1 to 32,766.'],
    ['32767', '“32767” is not a whole number from 1 to 32,766.'],
    ['1.5', '“1.5” is not a whole number from 1 to 32,766.'],
    ['1e3', '“1e3” is not a whole number from 1 to 32,766.'],
    ['-4', '“-4” is not a whole number from 1 to 32,766.'],
    ['', 'Nothing is typed; type a whole number from 1 to 32,766.'],
  ])('refuses %j', (text, problem) => {
    expect(readWholeNumber(text, rules)).toEqual({ ok: false, problem });
  });

  test('takes a minus sign where the range has one', () => {
    expect(readWholeNumber('-1', { min: -1, max: 65535 })).toEqual({ ok: true, value: -1 });
  });
});
