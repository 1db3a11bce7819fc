import { expect, test } from 'vitest';
import type { Choice } from './choice.ts';
import { findChoice, scoreChoice } from './choice.ts';

const web: Choice = { value: 'i-1', label: 'web-1', detail: '10.0.0.10', keywords: ['instance', 'public-a'] };

test.each([
  ['', 1],
  ['web', 1],
  ['WEB', 1],
  ['-1', 0.8],
  ['10.0.0', 0.5],
  ['public', 0.5],
  ['web public', 0.5],
  ['web private', 0],
  ['i-1', 0],
])('typed %j scores %d', (typed, score) => {
  expect(scoreChoice(web, typed)).toBe(score);
});

test('a value is found in any section', () => {
  const sections = [
    { title: 'Outside', choices: [{ value: 'internet', label: 'Internet' }] },
    { title: 'Instances', choices: [web] },
  ];
  expect(findChoice(sections, 'i-1')).toBe(web);
  expect(findChoice(sections, 'i-2')).toBeUndefined();
});
