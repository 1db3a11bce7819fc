import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePointer, toPointer } from './pointer.ts';

/** The examples of RFC 6901 section 5. */
describe('pointers', () => {
  test.each([
    ['', []],
    ['/foo', ['foo']],
    ['/foo/0', ['foo', '0']],
    ['/', ['']],
    ['/a~1b', ['a/b']],
    ['/c%d', ['c%d']],
    ['/ ', [' ']],
    ['/m~0n', ['m~n']],
    ['/~01', ['~1']],
    ['//', ['', '']],
  ])('%j means %j', (pointer, parts) => {
    expect(parsePointer(pointer)).toEqual(parts);
    expect(toPointer(parts)).toBe(pointer);
  });

  test.each(['foo', 'foo/bar', '/~', '/~2', '/a/~x', '#/a'])('%j is none', (pointer) => {
    expect(parsePointer(pointer)).toBeUndefined();
  });

  test('law: any parts survive', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', '-', 'é') })), (parts) => {
        expect(parsePointer(toPointer(parts))).toEqual(parts);
      }),
    );
  });
});
