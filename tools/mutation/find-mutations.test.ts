import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { findMutations, weave } from './find-mutations.ts';

/** Each fault of a text alone, always on. */
const mutantsOf = (text: string): readonly string[] => findMutations(text).map(({ id }) => weave(text, (other) => (other === id ? 'x' : undefined)));

test.each([
  ['const a = b === c;', ['const a = (x ? (b !== c) : b === c);']],
  ['const a = b < 3;', ['const a = (x ? (b <= 3) : b < 3);', 'const a = b < (x ? 4 : 3);']],
  ['if (!b) go();', ['if ((x ? !(!b) : !b)) go();', 'if ((x ? (b) : !b)) go();']],
  ['const a = b ? c : d;', ['const a = (x ? !(b) : b) ? c : d;']],
  ['const a = list.some(isOpen);', ["const a = list[x ? 'every' : 'some'](isOpen);"]],
  ['const a = list?.every(isOpen);', ["const a = list?.[x ? 'some' : 'every'](isOpen);"]],
  ['const some = list.some;', []],
  ["const a = 'text ' + b;", []],
  ['const a = { 4: b };', []],
  ['type A = true | 4; interface B { c: false }', []],
  ["import a from 'b';", []],
])('%j', (text, expected) => {
  expect(mutantsOf(text)).toEqual(expected);
});

test.each([
  ['a && b === 1', { a: true, b: 1 }],
  ['(a || !b) && b !== 2', { a: false, b: 2 }],
  ['a ? b + 1 : b - 1', { a: true, b: 5 }],
])('%j with all of its faults woven in means the same while none is on', (text, { a, b }) => {
  const run = (source: string): unknown => runInNewContext(source, { a, b });
  const woven = weave(`const c = ${text};`, () => 'false').replace(/^const c = /, '').replace(/;$/, '');
  expect(run(woven)).toBe(run(text));
  expect(woven).not.toBe(text);
});
