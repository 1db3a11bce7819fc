import { describe, expect, test } from 'vitest';
import { asResourceId } from './ids.ts';
import { emptyDesign, type Design } from './design.ts';
import { writeDesign } from './write-design.ts';

const design = (resources: Record<string, unknown>): Design => ({ ...emptyDesign('x'), resources: resources as Design['resources'] });

describe('canonical text', () => {
  test('has version, kind and name first, then the other keys sorted, and ends with a line break', () => {
    const written = writeDesign(design({ 'vpc-1': { zeta: 1, cidr: '10.0.0.0/16', name: 'v', kind: 'vpc' } }));
    expect(written).toBe(
      ['{', '  "version": 1,', '  "name": "x",', '  "layout": {},', '  "resources": {', '    "vpc-1": {', '      "kind": "vpc",', '      "name": "v",', '      "cidr": "10.0.0.0/16",', '      "zeta": 1', '    }', '  }', '}', ''].join('\n'),
    );
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['the order of resources', { a: { kind: 'internet', name: 'a' }, b: { kind: 'internet', name: 'b' } }, { b: { name: 'b', kind: 'internet' }, a: { name: 'a', kind: 'internet' } }],
    ['keys without a value', { a: { kind: 'internet', name: 'a', note: undefined } }, { a: { kind: 'internet', name: 'a' } }],
    ['keys that look like numbers', { 10: { kind: 'internet' }, 9: { kind: 'internet' } }, { 9: { kind: 'internet' }, 10: { kind: 'internet' } }],
  ])('does not depend on %s', (_, one, other) => {
    expect(writeDesign(design(one))).toBe(writeDesign(design(other)));
  });

  test('keeps the order of lists, which may mean something', () => {
    const tags = { [asResourceId('a')]: { kind: 'region', name: 'a', code: 'c', list: ['b', 'a', { z: 1, a: 2 }] } };
    expect(JSON.parse(writeDesign(design(tags)))).toMatchObject({ resources: { a: { list: ['b', 'a', { a: 2, z: 1 }] } } });
  });

  test('sorts by code unit, the same on every machine', () => {
    const written = writeDesign(design({ b: {}, B: {}, ä: {}, a: {}, _: {} }));
    expect([...written.matchAll(/^ {4}"(.+)":/gm)].map(([, key]) => key)).toEqual(['B', '_', 'a', 'b', 'ä']);
  });
});
