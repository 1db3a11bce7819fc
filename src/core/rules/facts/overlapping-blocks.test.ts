import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps, readCidr, type Cidr } from '../../address/cidr.ts';
import { findFirstOverlaps, findOverlappingBlocks, type OwnedBlock } from './overlapping-blocks.ts';

type Owned = OwnedBlock<{ readonly id: string }>;

const blockOf = (text: string): Cidr => readCidr(text) ?? { family: 4, first: 0, prefixLength: 32 };
const texts = fc.oneof(
  fc.tuple(fc.nat(15), fc.integer({ min: 28, max: 32 })).map(([last, length]) => `10.0.0.${last}/${length}`),
  fc.tuple(fc.nat(15), fc.integer({ min: 124, max: 128 })).map(([last, length]) => `2001:db8::${last.toString(16)}/${length}`),
);
const blocks: fc.Arbitrary<readonly Owned[]> = fc.array(texts, { maxLength: 12 }).map((list) => list.map((text, index) => ({ owner: { id: `owner-${index}` }, block: blockOf(text) })));

const pairName = (a: string, b: string): string => [a, b].sort().join(' ');

function everyPair(given: readonly Owned[]): readonly string[] {
  return given.flatMap((a, index) => given.slice(index + 1).flatMap((b) => (overlaps(a.block, b.block) ? [pairName(a.owner.id, b.owner.id)] : [])));
}

describe('findOverlappingBlocks', () => {
  test('finds what comparing all pairs finds', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const found = findOverlappingBlocks(given).map(({ first, second }) => pairName(first.owner.id, second.owner.id));
        expect([...found].sort()).toEqual([...everyPair(given)].sort());
      }),
    );
  });

  test('stops after some hundred where everything overlaps', () => {
    const given = Array.from({ length: 1000 }, (_, index): Owned => ({ owner: { id: `owner-${index}` }, block: blockOf('10.0.0.0/24') }));
    expect(findOverlappingBlocks(given)).toHaveLength(500);
  });

  test('blocks of one owner do not overlap each other', () => {
    const owner = { id: 'owner' };
    expect(findOverlappingBlocks([{ owner, block: blockOf('10.0.0.0/24') }, { owner, block: blockOf('10.0.0.0/25') }])).toEqual([]);
  });
});

test('findFirstOverlaps names everybody who overlaps someone before, once', () => {
  fc.assert(
    fc.property(blocks, (given) => {
      const ipv4 = given.filter(({ block }) => block.family === 4);
      const found = findFirstOverlaps(given);
      expect(found.every(({ first, second }) => overlaps(first.block, second.block))).toBe(true);
      const seconds = found.map(({ second }) => second.owner.id);
      expect(new Set(seconds).size).toBe(seconds.length);
      // Whoever overlaps anybody is named, as the one or as the other.
      const named = new Set(found.flatMap(({ first, second }) => [first.owner.id, second.owner.id]));
      const overlapping = new Set(everyPair(ipv4).flatMap((pair) => pair.split(' ')));
      expect([...named].sort()).toEqual([...overlapping].sort());
    }),
  );
});
