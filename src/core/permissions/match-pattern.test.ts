import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchPattern, UNKNOWN_PART } from './match-pattern.ts';
import type { Truth } from './truth.ts';

const U = UNKNOWN_PART;

// The first rows are the examples of the user guide's pages on Resource and on wildcards in paths.
const cases: readonly (readonly [string, string, Truth])[] = [
  ['arn:aws:iam::123456789012:user/*', 'arn:aws:iam::123456789012:user/Development/product_1234/Bob', 'yes'],
  ['arn:aws:s3:::amzn-s3-demo-bucket/*/test/*', 'arn:aws:s3:::amzn-s3-demo-bucket/1/test/object.jpg', 'yes'],
  ['arn:aws:s3:::amzn-s3-demo-bucket/*/test/*', 'arn:aws:s3:::amzn-s3-demo-bucket/1/2/test/3/object.jpg', 'yes'],
  ['arn:aws:s3:::amzn-s3-demo-bucket/*/test/*', 'arn:aws:s3:::amzn-s3-demo-bucket/1-test/object.jpg', 'no'],
  ['arn:aws:s3:::amzn-s3-demo-bucket/*/test/*', 'arn:aws:s3:::amzn-s3-demo-bucket/test/object.jpg', 'no'],
  ['arn:aws:s3:::amzn-s3-demo-bucket/??/test', 'arn:aws:s3:::amzn-s3-demo-bucket/1/test', 'no'],
  ['', '', 'yes'],
  ['*', '', 'yes'],
  ['?', '', 'no'],
  ['a*', 'b', 'no'],
  ['a.b', 'axb', 'no'],
  ['*aab', 'aaaab', 'yes'],
  ['table/*', `table/${U}`, 'yes'],
  ['*:table/Employees', `arn:${U}:table/Employees`, 'yes'],
  ['table/Em?', `table/${U}`, 'unknown'],
  ['index/*', `table/${U}`, 'no'],
  ['a?b', `a${U}b`, 'unknown'],
  ['a', `a${U}b`, 'no'],
  ['a', `a${U}`, 'unknown'],
];

test.each(cases)('%s on %s: %s', (pattern, text, truth) => {
  expect(matchPattern(pattern, text)).toBe(truth);
});

/** The definition itself, without thought for time. */
function reference(pattern: string, text: string): boolean {
  const [first = '', rest] = [pattern[0], pattern.slice(1)];
  if (pattern === '') return text === '';
  if (first === '*') return reference(rest, text) || (text !== '' && reference(pattern, text.slice(1)));
  return text !== '' && (first === '?' || first === text[0]) && reference(rest, text.slice(1));
}

const patternText = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 });
const plainText = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 7 });

test('it fits exactly what the definition says', () => {
  fc.assert(fc.property(patternText, plainText, (pattern, text) => {
    expect(matchPattern(pattern, text)).toBe(reference(pattern, text) ? 'yes' : 'no');
  }));
});

test('what is said of a text with an unknown part holds for whatever that part is', () => {
  fc.assert(fc.property(patternText, plainText, plainText, plainText, (pattern, before, part, after) => {
    const said = matchPattern(pattern, `${before}${U}${after}`);
    const truth = matchPattern(pattern, `${before}${part}${after}`);
    expect(said === 'unknown' ? truth : said).toBe(truth);
  }));
});

test('many stars take no more than the product of the lengths', () => {
  const pattern = `${'*a'.repeat(200)}b`;
  expect(matchPattern(pattern, 'a'.repeat(2000))).toBe('no');
  expect(matchPattern(pattern, `${'a'.repeat(1000)}${U}`)).toBe('unknown');
});
