import { expect, test } from 'vitest';
import { takeSelection } from './take-selection.ts';

const isNode = (key: string): boolean => !key.startsWith('sg-');
const select = (id: string, selected: boolean) => ({ type: 'select', id, selected }) as const;

test.each([
  ['a click takes the place of what was selected', ['a'], [select('a', false), select('b', true)], ['b']],
  ['a lasso adds', ['a'], [select('b', true), select('c', true)], ['a', 'b', 'c']],
  ['what has no node goes', ['sg-1', 'a'], [select('b', true)], ['a', 'b']],
  ['what is selected already stays where it is', ['a', 'b'], [select('a', true)], ['a', 'b']],
  ['other changes say nothing', ['a'], [{ type: 'remove', id: 'a' } as const], undefined],
] as const)('%s', (_case, before, changes, after) => {
  expect(takeSelection(before, changes, isNode)).toEqual(after);
});
