import type { ScriptRemark } from '@core/findings/script-reading.ts';
import { expect, test } from 'vitest';
import { countRemarks, marksOf, rangeOfLine } from './user-data-lines.ts';

const remark = (line: number | null, harm: ScriptRemark['harm']): ScriptRemark => ({ line, harm, code: 'X', sentence: 'S.', fixes: [] });

test.each([
  ['a', 1, 'a'],
  ['a\nbc\n', 1, 'a'],
  ['a\nbc\n', 2, 'bc'],
  ['a\nbc\n', 3, ''],
  ['a\nbc', 9, 'bc'],
  ['', 1, ''],
])('%j, line %i is %j', (text, line, expected) => {
  expect(text.slice(...rangeOfLine(text, line))).toBe(expected);
});

test('a line carries the worst that is said of it', () => {
  const marks = marksOf([remark(2, 'part'), remark(2, 'stops'), remark(2, 'unknown'), remark(5, 'unknown'), remark(null, 'stops')]);
  expect([...marks]).toEqual([[2, 'stops'], [5, 'unknown']]);
});

test.each([
  [[], undefined],
  [[remark(1, 'stops')], '1 fault'],
  [[remark(1, 'stops'), remark(2, 'part'), remark(3, 'unknown')], '2 faults, 1 open question'],
  [[remark(3, 'unknown'), remark(4, 'unknown')], '2 open questions'],
] as const)('counts %#', (remarks, expected) => {
  expect(countRemarks(remarks)).toBe(expected);
});
