import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from './apply-patch.ts';
import { diffToPatch } from './diff-to-patch.ts';
import type { Patch } from './patch.ts';

describe('diffToPatch', () => {
  test.each<[unknown, unknown, Patch]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [{ a: 1 }, { a: 2 }, [{ op: 'replace', path: '/a', value: 2 }]],
    [
      { a: 1 },
      { b: 1 },
      [
        { op: 'remove', path: '/a' },
        { op: 'add', path: '/b', value: 1 },
      ],
    ],
    [{ a: { b: 1, c: 1 } }, { a: { b: 2, c: 1 } }, [{ op: 'replace', path: '/a/b', value: 2 }]],
    [{ a: [1, 2] }, { a: [1, 3] }, [{ op: 'replace', path: '/a', value: [1, 3] }]],
    [{ a: [1, 2] }, { a: [1, 2] }, []],
    [{ a: {} }, { a: [] }, [{ op: 'replace', path: '/a', value: [] }]],
    [{ a: null }, { a: {} }, [{ op: 'replace', path: '/a', value: {} }]],
    [{ 'a/b': 1 }, { 'a/b': 2 }, [{ op: 'replace', path: '/a~1b', value: 2 }]],
    [{ a: undefined }, {}, []],
    [{}, { a: undefined }, []],
    [{ a: 1 }, { a: undefined }, [{ op: 'remove', path: '/a' }]],
    [1, 2, [{ op: 'replace', path: '', value: 2 }]],
  ])('from %j to %j', (before, after, expected) => {
    expect(diffToPatch(before, after)).toEqual(expected);
  });

  test('does not look into what is the same by identity', () => {
    const shared = new Proxy(
      { a: 1 },
      {
        ownKeys: () => {
          throw new Error('looked into');
        },
      },
    );
    expect(diffToPatch({ shared, b: 1 }, { shared, b: 2 })).toEqual([{ op: 'replace', path: '/b', value: 2 }]);
  });

  test('an object with a key no pointer may name is replaced whole', () => {
    const before: unknown = JSON.parse('{"x":{"__proto__":1,"a":1}}');
    const after: unknown = JSON.parse('{"x":{"__proto__":2,"a":1}}');
    expect(diffToPatch(before, after)).toEqual([{ op: 'replace', path: '/x', value: (after as { x: unknown }).x }]);
  });
});

test('law: the difference applied to the one gives the other, and its inverse the one again', () => {
  const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
  fc.assert(
    fc.property(json, json, (before, after) => {
      const applied = applyPatch<unknown>(before, diffToPatch(before, after));
      if (!applied.ok) throw new Error(applied.problem);
      expect(applied.document).toEqual(after);
      const back = applyPatch(applied.document, applied.inverse);
      expect(back.ok && back.document).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

test('law: for documents that share most keys, too', () => {
  const leaf = fc.oneof(fc.integer(), fc.array(fc.integer(), { maxLength: 2 }));
  const inner = fc.dictionary(fc.constantFrom('a', 'b', 'c'), leaf);
  const document = fc.dictionary(fc.constantFrom('x', 'y', 'z'), inner);
  fc.assert(
    fc.property(document, document, (before, after) => {
      const patch = diffToPatch(before, after);
      const applied = applyPatch(before, patch);
      expect(applied.ok && applied.document).toEqual(after);
      expect(patch.every(({ path }) => path !== '')).toBe(true);
    }),
  );
});
