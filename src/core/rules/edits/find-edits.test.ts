import { expect, test } from 'vitest';
import type { Design } from '../../model/design.ts';
import type { Resource } from '../../model/resources/index.ts';
import { findEdits } from './find-edits.ts';

const region = (name: string): Resource => ({ kind: 'region', name, code: 'us-east-1' });
const [a, b, c, changed] = [region('a'), region('b'), region('c'), region('changed')];
const both = { a, b, c } as Design['resources'];

test.each<[string, Record<string, Resource>, readonly (readonly [string, Resource | undefined, Resource | undefined])[]]>([
  ['nothing', { a, b, c }, []],
  ['a change', { a, b: changed, c }, [['b', b, changed]]],
  ['a removal', { b, c }, [['a', a, undefined]]],
  ['an addition in between', { a, d: changed, b, c }, [['d', undefined, changed]]],
  ['an addition at the end', { a, b, c, d: changed }, [['d', undefined, changed]]],
  ['all at once', { d: changed, b, c: changed }, [['a', a, undefined], ['d', undefined, changed], ['c', c, changed]]],
])('%s', (_what, after, edits) => {
  expect(findEdits(both, after)).toEqual(edits.map(([id, before, now]) => ({ id, before, after: now })));
});

test('another order is no edit, nor is a design of which little is left', () => {
  expect(findEdits(both, { b, a, c } as Design['resources'])).toBeUndefined();
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`r-${index}`, region('x')]));
  expect(findEdits(both, { ...both, ...many })).toBeUndefined();
});
