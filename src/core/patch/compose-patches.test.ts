import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from './apply-patch.ts';
import { composePatches } from './compose-patches.ts';
import type { Operation, Patch } from './patch.ts';

const replace = (path: string, value: unknown): Operation => ({ op: 'replace', path, value });

describe('composePatches', () => {
  test('a long drag is one step', () => {
    const drag = Array.from({ length: 50 }, (_, index): Patch => [replace('/layout/a/x', index), replace('/layout/a/y', index)]);
    expect(composePatches(...drag)).toEqual([replace('/layout/a/x', 49), replace('/layout/a/y', 49)]);
  });

  test.each<[string, Patch, Patch]>([
    [
      'an added member takes the later value',
      [{ op: 'add', path: '/a', value: 1 }, replace('/a', 2)],
      [{ op: 'add', path: '/a', value: 2 }],
    ],
    [
      'a test of the value between stays between',
      [replace('/a', 1), { op: 'test', path: '/a', value: 1 }, replace('/a', 2)],
      [replace('/a', 1), { op: 'test', path: '/a', value: 1 }, replace('/a', 2)],
    ],
    [
      'a removal between may shift a list',
      [replace('/l/1', 1), { op: 'remove', path: '/l/0' }, replace('/l/1', 2)],
      [replace('/l/1', 1), { op: 'remove', path: '/l/0' }, replace('/l/1', 2)],
    ],
    [
      'an element added to a list is not folded',
      [{ op: 'add', path: '/l/1', value: 1 }, replace('/l/1', 2)],
      [{ op: 'add', path: '/l/1', value: 1 }, replace('/l/1', 2)],
    ],
    [
      'a change inside stays after its container',
      [replace('/a', { b: 1 }), replace('/a/b', 2), replace('/a', { b: 3 })],
      [replace('/a', { b: 1 }), replace('/a/b', 2), replace('/a', { b: 3 })],
    ],
    [
      'keys that only begin alike are unrelated',
      [replace('/a', 1), replace('/ab', 1), replace('/a', 2)],
      [replace('/a', 2), replace('/ab', 1)],
    ],
  ])('%s', (_, patch, expected) => {
    expect(composePatches(patch)).toEqual(expected);
  });

  test('nothing composed is nothing', () => {
    expect(composePatches()).toEqual([]);
    expect(composePatches([], [])).toEqual([]);
  });
});

test('law: one composed patch does what the patches do in a row', () => {
  const paths = fc.constantFrom('/a', '/b', '/a/c', '/a/d', '/l/0', '/l/1', '/l/-');
  const values = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.record({ c: fc.integer(), d: fc.integer() }));
  const operations: fc.Arbitrary<Operation> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ op: fc.constant('replace' as const), path: paths, value: values }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('add' as const), path: paths, value: values }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('remove' as const), path: paths }) },
  );
  fc.assert(
    fc.property(fc.array(fc.array(operations, { maxLength: 4 }), { maxLength: 4 }), (wanted) => {
      const patches: Patch[] = [];
      let current: unknown = { a: { c: 0, d: 0 }, b: 0, l: [0, 1, 2] };
      const start = current;
      for (const operation of wanted.flat()) {
        const applied = applyPatch(current, [operation]);
        if (!applied.ok) continue;
        patches.push([operation]);
        current = applied.document;
      }
      const composed = composePatches(...patches);
      const applied = applyPatch(start, composed);
      expect(applied.ok && applied.document).toEqual(current);
      expect(composed.length).toBeLessThanOrEqual(patches.length);
    }),
    { numRuns: 500 },
  );
});
