import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from './apply-patch.ts';
import { invertPatch } from './invert-patch.ts';
import type { Operation, Patch } from './patch.ts';

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};

/** The examples of RFC 6902 appendix A that use test, add, replace and remove. */
describe('applyPatch', () => {
  test.each<[string, unknown, Patch, unknown]>([
    ['adds a member', { foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { foo: 'bar', baz: 'qux' }],
    ['adds an element', { foo: ['bar', 'baz'] }, [{ op: 'add', path: '/foo/1', value: 'qux' }], { foo: ['bar', 'qux', 'baz'] }],
    ['removes a member', { baz: 'qux', foo: 'bar' }, [{ op: 'remove', path: '/baz' }], { foo: 'bar' }],
    ['removes an element', { foo: ['bar', 'qux', 'baz'] }, [{ op: 'remove', path: '/foo/1' }], { foo: ['bar', 'baz'] }],
    ['replaces a value', { baz: 'qux', foo: 'bar' }, [{ op: 'replace', path: '/baz', value: 'boo' }], { baz: 'boo', foo: 'bar' }],
    [
      'adds a nested object',
      { foo: 'bar' },
      [{ op: 'add', path: '/child', value: { grandchild: {} } }],
      { foo: 'bar', child: { grandchild: {} } },
    ],
    ['appends an array', { foo: ['bar'] }, [{ op: 'add', path: '/foo/-', value: ['abc', 'def'] }], { foo: ['bar', ['abc', 'def']] }],
    ['adds what replaces', { foo: 1 }, [{ op: 'add', path: '/foo', value: 2 }], { foo: 2 }],
    ['adds at the end', { foo: [1] }, [{ op: 'add', path: '/foo/1', value: 2 }], { foo: [1, 2] }],
    ['keeps null', { foo: 1 }, [{ op: 'replace', path: '/foo', value: null }], { foo: null }],
    ['replaces the whole', { foo: 1 }, [{ op: 'replace', path: '', value: [1] }], [1]],
    [
      'writes into what it added',
      {},
      [
        { op: 'add', path: '/a', value: { b: 1 } },
        { op: 'replace', path: '/a/b', value: 2 },
      ],
      { a: { b: 2 } },
    ],
    ['reads escaped keys', { 'a/b': { 'm~n': 1 } }, [{ op: 'replace', path: '/a~1b/m~0n', value: 2 }], { 'a/b': { 'm~n': 2 } }],
    ['writes an empty key', { '': 1 }, [{ op: 'replace', path: '/', value: 2 }], { '': 2 }],
    ['replaces an element', [1, 2], [{ op: 'replace', path: '/1', value: 3 }], [1, 3]],
    [
      'keys called constructor are plain keys',
      { tags: {} },
      [{ op: 'add', path: '/tags/constructor', value: 'us' }],
      { tags: { constructor: 'us' } },
    ],
  ])('%s, and the inverse takes it back', (...[, document, patch, expected]) => {
    const before = structuredClone(document);
    const applied = applyPatch(freeze(document), freeze(patch));
    if (!applied.ok) throw new Error(applied.problem);
    expect(applied.document).toEqual(expected);
    expect(document).toEqual(before);
    const back = applyPatch(applied.document, applied.inverse);
    expect(back.ok && back.document).toEqual(before);
  });

  test.each<[unknown, Operation, string]>([
    [{ foo: 1 }, { op: 'remove', path: '/bar' }, 'Nothing is at "/bar".'],
    [{ foo: 1 }, { op: 'replace', path: '/bar', value: 2 }, 'Nothing is at "/bar".'],
    [{ foo: 1 }, { op: 'add', path: '/bar/baz', value: 2 }, 'Nothing is at "/bar" that could hold "baz".'],
    [{ foo: 1 }, { op: 'add', path: '/foo/baz', value: 2 }, 'Nothing is at "/foo" that could hold "baz".'],
    [[1], { op: 'add', path: '/2', value: 2 }, '"/2" is no place in a list of 1.'],
    [[1], { op: 'add', path: '/01', value: 2 }, '"/01" is no place in a list of 1.'],
    [[1], { op: 'add', path: '/a', value: 2 }, '"/a" is no place in a list of 1.'],
    [[1], { op: 'replace', path: '/-', value: 2 }, 'Nothing is at "/-".'],
    [[1], { op: 'remove', path: '/1' }, 'Nothing is at "/1".'],
    [[1], { op: 'remove', path: '/length' }, 'Nothing is at "/length".'],
    [{ foo: 1 }, { op: 'remove', path: '' }, 'The whole document cannot be removed.'],
    [{ foo: 1 }, { op: 'remove', path: 'foo' }, '"foo" is not a JSON pointer.'],
    [{ foo: 1 }, { op: 'add', path: '/bar', value: undefined }, 'No value is given for "/bar".'],
    [{ foo: 1 }, { op: 'test', path: '/foo', value: 2 }, '"/foo" has changed since: it no longer holds what the change expects.'],
    [{ foo: 1 }, { op: 'test', path: '/bar', value: undefined }, '"/bar" has changed since: it no longer holds what the change expects.'],
    [null, { op: 'add', path: '/foo', value: 2 }, 'Nothing is at "" that could hold "foo".'],
  ])('%j refuses %j', (document, operation, problem) => {
    expect(applyPatch(document, [operation])).toEqual({ ok: false, problem });
    expect(invertPatch(document, [operation])).toEqual({ ok: false, problem });
  });

  test.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: undefined }, {}, true],
    [{ a: undefined }, { b: undefined }, true],
    [{ a: 1 }, { b: 1 }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{}, [], false],
    [1, '1', false],
    [null, {}, false],
    ['10', '10', true],
  ])('test compares %j with %j: %s', (held, expected, equal) => {
    expect(applyPatch({ held }, [{ op: 'test', path: '/held', value: expected }]).ok).toBe(equal);
  });

  test('a failing step leaves nothing changed, also when others came before', () => {
    const document = freeze({ a: { b: 1 }, list: [1] });
    const applied = applyPatch(document, [
      { op: 'replace', path: '/a/b', value: 2 },
      { op: 'add', path: '/list/-', value: 2 },
      { op: 'test', path: '/a/b', value: 1 },
    ]);
    expect(applied.ok).toBe(false);
    expect(document).toEqual({ a: { b: 1 }, list: [1] });
  });

  test('what the patch does not reach keeps its identity', () => {
    const document = freeze({ a: { b: { c: 1 }, d: { e: 1 } }, f: { g: 1 }, list: [{ h: 1 }, { i: 1 }] });
    const applied = applyPatch(document, [
      { op: 'replace', path: '/a/b/c', value: 2 },
      { op: 'add', path: '/list/-', value: 3 },
    ]);
    if (!applied.ok) throw new Error(applied.problem);
    expect(applied.document).not.toBe(document);
    expect(applied.document.f).toBe(document.f);
    expect(applied.document.a.d).toBe(document.a.d);
    expect(applied.document.list[0]).toBe(document.list[0]);
    expect(applied.document.a.b).not.toBe(document.a.b);
  });

  test('a patch that only tests, and one that is empty, give the same document back', () => {
    const document = { a: 1 };
    expect(applyPatch(document, [])).toEqual({ ok: true, document, inverse: [] });
    const tested = applyPatch(document, [{ op: 'test', path: '/a', value: 1 }]);
    expect(tested.ok && tested.document).toBe(document);
    expect(tested.ok && tested.inverse).toEqual([]);
  });

  test('values of the patch are not written to', () => {
    const value = freeze({ b: 1 });
    const applied = applyPatch({}, [
      { op: 'add', path: '/one', value },
      { op: 'add', path: '/two', value },
      { op: 'replace', path: '/one/b', value: 2 },
    ]);
    expect(applied.ok && applied.document).toEqual({ one: { b: 2 }, two: { b: 1 } });
  });
});

describe('prototype pollution', () => {
  test.each([
    '/__proto__/polluted',
    '/__proto__',
    '/a/__proto__/polluted',
    '/constructor/prototype/polluted',
    '/a/constructor/prototype/polluted',
    '/list/__proto__/polluted',
    '/toString/polluted',
  ])('%s is refused', (path) => {
    const document = freeze({ a: {}, list: [] });
    for (const op of ['add', 'replace'] as const) expect(applyPatch(document, [{ op, path, value: 'yes' }]).ok).toBe(false);
    expect(applyPatch(document, [{ op: 'remove', path }]).ok).toBe(false);
    expect(applyPatch(document, [{ op: 'test', path, value: undefined }]).ok).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a value that carries a key __proto__ of its own changes no prototype', () => {
    const value: unknown = JSON.parse('{"__proto__":{"polluted":"yes"},"b":1}');
    const applied = applyPatch<Record<string, unknown>>({}, [
      { op: 'add', path: '/a', value },
      { op: 'replace', path: '/a/b', value: 2 },
    ]);
    if (!applied.ok) throw new Error(applied.problem);
    const added = applied.document['a'];
    expect(Object.getPrototypeOf(added)).toBe(Object.prototype);
    expect(added).not.toHaveProperty('polluted');
  });
});

const json = fc.jsonValue({ maxDepth: 3 });
const documents = fc.dictionary(fc.constantFrom('a', 'b', 'c', '/', '~'), json, { minKeys: 1 });

/** Operations that often hit something: paths are built from the few keys the documents use. */
const paths = fc
  .array(fc.constantFrom('a', 'b', 'c', '~1', '~0', '0', '1', '-'), { minLength: 1, maxLength: 3 })
  .map((parts) => `/${parts.join('/')}`);
const operations: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ op: fc.constantFrom('add' as const, 'replace' as const), path: paths, value: json }),
  fc.record({ op: fc.constant('remove' as const), path: paths }),
);

describe('laws of patches', () => {
  test('a patch and its inverse cancel, and the document that was given is untouched', () => {
    fc.assert(
      fc.property(documents, fc.array(operations, { maxLength: 6 }), (document, wanted) => {
        const before = structuredClone(document);
        const patch: Operation[] = [];
        let current: unknown = document;
        for (const operation of wanted) {
          const step = applyPatch(current, [operation]);
          if (step.ok) {
            patch.push(operation);
            current = step.document;
          }
        }
        const applied = applyPatch<unknown>(freeze(document), freeze(patch));
        if (!applied.ok) throw new Error(applied.problem);
        expect(applied.document).toEqual(current);
        const back = applyPatch(freeze(applied.document), applied.inverse);
        if (!back.ok) throw new Error(back.problem);
        expect(back.document).toEqual(before);
        expect(document).toEqual(before);
        const again = applyPatch(back.document, back.inverse);
        expect(again.ok && again.document).toEqual(applied.document);
      }),
      { numRuns: 500 },
    );
  });
});
