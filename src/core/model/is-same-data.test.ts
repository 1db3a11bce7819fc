import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameData } from './is-same-data.ts';

test('two values are the same data where they are written as the same JSON', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(isSameData(one, structuredClone(one))).toBe(true);
      expect(isSameData(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test.each([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [[], {}],
  [{ a: { b: [1, 2] } }, { a: { b: [1, '2'] } }],
  [null, {}],
])('%j and %j are not', (one, other) => {
  expect(isSameData(one, other)).toBe(false);
});
