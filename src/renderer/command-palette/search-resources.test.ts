import { expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { searchResources } from './search-resources.ts';

const design = drawSmallNetwork();
const found = (typed: string): readonly string[] => searchResources(design, typed).map(({ name }) => name);

test.each([
  ['web', 'web'],
  ['10.0.0.0/16', 'app'],
  ['subnet a', 'a'],
  [keyOf(design, 'igw').slice(0, 9), 'igw'],
])('"%s" finds %s first', (typed, name) => {
  expect(found(typed)[0]).toBe(name);
});

test('an address finds the machine that holds it, not only its interface', () => {
  const address = Object.values(design.resources).flatMap((resource) =>
    resource.kind === 'network-interface' && resource.name.includes('web') ? Object.values(resource.addresses).map((row) => row.address) : [],
  )[0];
  expect(address).toBeDefined();
  expect(found(address ?? '')).toContain('web');
});

test('nothing typed finds nothing', () => {
  expect(found('  ')).toEqual([]);
});
