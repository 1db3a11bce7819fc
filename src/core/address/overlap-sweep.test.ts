import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findOverlaps } from './overlap-sweep.ts';

const sorted = (pairs: readonly (readonly [number, number])[]): string[] =>
  pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)].join('-')).sort();

describe('findOverlaps', () => {
  test('names each pair once, the one that starts lower first', () => {
    const blocks = [
      { key: 'b', first: 128, end: 256 },
      { key: 'a', first: 0, end: 256 },
      { key: 'c', first: 256, end: 512 },
    ];
    expect(findOverlaps(blocks)).toEqual([['a', 'b']]);
  });

  test('takes IPv6', () => {
    const blocks = [
      { key: 1, first: 1n << 100n, end: 1n << 101n },
      { key: 2, first: 0n, end: 1n << 128n },
    ];
    expect(findOverlaps(blocks)).toEqual([[2, 1]]);
  });

  test('law: the same pairs as trying all of them', () => {
    const block = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (shapes) => {
        const blocks = shapes.map(([first, size], key) => ({ key, first, end: first + size }));
        const all = blocks.flatMap((a) =>
          blocks
            .filter((b) => a.key < b.key && a.first < a.end && b.first < b.end && a.first < b.end && b.first < a.end)
            .map((b) => [a.key, b.key] as const),
        );
        expect(sorted(findOverlaps(blocks))).toEqual(sorted(all));
      }),
    );
  });

  test('ten thousand subnets that touch but do not overlap give no pair', () => {
    const blocks = Array.from({ length: 10_000 }, (_, key) => ({ key, first: (key * 7919) % 10_000, end: ((key * 7919) % 10_000) + 1 }));
    expect(findOverlaps(blocks)).toEqual([]);
  });
});
