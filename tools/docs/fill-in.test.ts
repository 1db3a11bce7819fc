import { expect, test } from 'vitest';
import { fillIn } from './fill-in.ts';

const page = (...lines: readonly string[]): string => ['# Page', '<!-- begin: table -->', ...lines, '<!-- end -->', 'After.', ''].join('\n');

test('what stands between the marks is replaced, the rest stays', () => {
  expect(fillIn(page('old'), 'table', ['| a |', '| b |'])).toBe(page('| a |', '| b |'));
  expect(fillIn(page(), 'table', ['new'])).toBe(page('new'));
});

test('filling in twice changes nothing more', () => {
  const once = fillIn(page(), 'table', ['a']);
  expect(fillIn(once, 'table', ['a'])).toBe(once);
});

test('a page without the marks is refused', () => {
  expect(() => fillIn('# Page', 'table', [])).toThrow('no place for "table"');
});
