import { expect, test } from 'vitest';
import { applyMutation, findMutations } from './find-mutations.ts';

const mutantsOf = (text: string): readonly string[] => findMutations(text).map((mutation) => applyMutation(text, mutation));

test.each([
  ['const a = b === c;', ['const a = b !== c;']],
  ['const a = b < 3;', ['const a = b <= 3;', 'const a = b < 4;']],
  ['if (a && !b) go();', ['if (!(a && !b)) go();', 'if (a || !b) go();', 'if (a && b) go();']],
  ['const a = b ? 1 : 2;', ['const a = !(b) ? 1 : 2;', 'const a = b ? 2 : 2;', 'const a = b ? 1 : 3;']],
  ['const a = list.some(isOpen);', ['const a = list.every(isOpen);']],
  ['const some = list.some;', []],
  ['type A = true | 4; interface B { c: false }', []],
  ["import a from 'b';", []],
])('%j', (text, expected) => {
  expect(mutantsOf(text)).toEqual(expected);
});
