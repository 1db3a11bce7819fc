import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressCount, cidrsOf, contains, formatAddressSet, formatCidr, freeGaps, nextFree, overlaps, rangeOf, readCidr } from './cidr.ts';
import { blockAround4, blockAround6 } from './cidr-block.ts';
import type { Cidr } from './cidr.ts';

const readAll = (texts: readonly string[]): Cidr[] =>
  texts.map((text) => {
    const cidr = readCidr(text);
    if (cidr === undefined) throw new Error(`${text} is no block`);
    return cidr;
  });

describe('nextFree', () => {
  test.each([
    { within: ['10.0.0.0/16'], taken: [], prefixLength: 24, expected: '10.0.0.0/24' },
    { within: ['10.0.0.0/16'], taken: ['10.0.0.0/24'], prefixLength: 24, expected: '10.0.1.0/24' },
    { within: ['10.0.0.0/16'], taken: ['10.0.0.0/24'], prefixLength: 23, expected: '10.0.2.0/23' },
    { within: ['10.0.0.0/16'], taken: ['10.0.0.0/24', '10.0.2.0/24'], prefixLength: 24, expected: '10.0.1.0/24' },
    { within: ['10.0.0.0/24'], taken: ['10.0.0.0/24'], prefixLength: 28, expected: undefined },
    { within: ['10.0.0.0/24'], taken: [], prefixLength: 16, expected: undefined },
    { within: ['10.0.0.0/24'], taken: [], prefixLength: 33, expected: undefined },
    { within: ['10.0.0.0/24', '10.1.0.0/24'], taken: ['10.0.0.0/24'], prefixLength: 28, expected: '10.1.0.0/28' },
    { within: ['10.1.0.0/24', '10.0.0.0/24'], taken: [], prefixLength: 28, expected: '10.0.0.0/28' },
    { within: ['10.0.0.0/25', '10.0.0.128/25'], taken: [], prefixLength: 24, expected: undefined },
    { within: ['10.0.0.0/24'], taken: ['0.0.0.0/0'], prefixLength: 28, expected: undefined },
    { within: ['10.0.0.0/24'], taken: ['::/0'], prefixLength: 28, expected: '10.0.0.0/28' },
    { within: ['2001:db8::/56'], taken: ['2001:db8::/64', '2001:db8:0:1::/64'], prefixLength: 64, expected: '2001:db8:0:2::/64' },
    { within: ['255.255.255.0/24'], taken: ['255.255.255.0/25'], prefixLength: 25, expected: '255.255.255.128/25' },
    { within: [], taken: [], prefixLength: 24, expected: undefined },
  ])('/$prefixLength in $within without $taken is $expected', ({ within, taken, prefixLength, expected }) => {
    const free = nextFree({ within: readAll(within), taken: readAll(taken), prefixLength });
    expect(free && formatCidr(free)).toBe(expected);
  });

  test('starts at the wanted address', () => {
    const within = readAll(['10.0.0.0/16']);
    const free = nextFree({ within, taken: [], prefixLength: 24, from: 0x0a000a05 });
    expect(free && formatCidr(free)).toBe('10.0.11.0/24');
    expect(nextFree({ within, taken: [], prefixLength: 24, from: 0x0a00ff01 })).toBeUndefined();
    const six = nextFree({ within: readAll(['2001:db8::/56']), taken: [], prefixLength: 64, from: (0x20010db8n << 96n) + 1n });
    expect(six && formatCidr(six)).toBe('2001:db8:0:1::/64');
  });
});

describe('freeGaps', () => {
  test.each([
    [['10.0.0.0/22'], ['10.0.1.0/24'], ['10.0.0.0/24', '10.0.2.0/23']],
    [['10.0.0.0/24'], [], ['10.0.0.0/24']],
    [['10.0.0.0/24'], ['10.0.0.0/24'], []],
    [['10.0.0.0/24'], ['10.0.0.16/28'], ['10.0.0.0/28', '10.0.0.32/27', '10.0.0.64/26', '10.0.0.128/25']],
    [['10.0.1.0/24', '10.0.0.0/24'], [], ['10.0.0.0/24', '10.0.1.0/24']],
    [['2001:db8::/63'], ['2001:db8::/64'], ['2001:db8:0:1::/64']],
  ])('in %s without %s: %s', (within, taken, expected) => {
    expect(freeGaps({ within: readAll(within), taken: readAll(taken) }).map(formatCidr)).toEqual(expected);
  });
});

test('an interval is written as the fewest blocks', () => {
  expect(formatAddressSet([[0x0a000000, 0x0a000180]])).toBe('10.0.0.0/24, 10.0.1.0/25');
  expect(formatAddressSet([[1, 4]])).toBe('0.0.0.1/32, 0.0.0.2/31');
  expect(formatAddressSet([[0, 2 ** 32]])).toBe('0.0.0.0/0');
  expect(formatAddressSet([[0n, 1n << 128n]])).toBe('::/0');
  expect(formatAddressSet([])).toBe('');
});

/** Blocks inside 10.0.0.0/24: small enough to check every candidate. */
const smallBlocks = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
  .map(([low, prefixLength]) => blockAround4(0x0a000000 + low, prefixLength));
const smallBlocks6 = smallBlocks.map(({ first, prefixLength }) => blockAround6(BigInt(first) << 64n, prefixLength + 32));
const spaces = (one: fc.Arbitrary<Cidr>): fc.Arbitrary<{ within: Cidr[]; taken: Cidr[] }> =>
  fc.record({ within: fc.array(one, { minLength: 1, maxLength: 4 }), taken: fc.array(one, { maxLength: 12 }) });

/** The rule itself, tried on every aligned place. */
const isFree = (candidate: Cidr, { within, taken }: { within: readonly Cidr[]; taken: readonly Cidr[] }): boolean =>
  within.some((block) => contains(block, candidate)) && !taken.some((block) => overlaps(block, candidate));

describe('laws of free space', () => {
  test('the next free block is the lowest aligned one that fits', () => {
    fc.assert(
      fc.property(spaces(smallBlocks), fc.integer({ min: 24, max: 32 }), (space, prefixLength) => {
        const size = 2 ** (32 - prefixLength);
        const everyPlace = Array.from({ length: 256 / size }, (_, index) => blockAround4(0x0a000000 + index * size, prefixLength));
        expect(nextFree({ ...space, prefixLength })).toEqual(everyPlace.find((candidate) => isFree(candidate, space)));
      }),
    );
  });

  test('in IPv6, what is found is free', () => {
    fc.assert(
      fc.property(spaces(smallBlocks6), fc.integer({ min: 56, max: 64 }), (space, prefixLength) => {
        const free = nextFree({ ...space, prefixLength });
        if (free === undefined) return;
        expect(free.prefixLength).toBe(prefixLength);
        expect(isFree(free, space)).toBe(true);
      }),
    );
  });

  test('gaps and taken blocks are apart and fill the space', () => {
    fc.assert(
      fc.property(spaces(smallBlocks), (space) => {
        const gaps = freeGaps(space);
        const singles = Array.from({ length: 256 }, (_, index) => blockAround4(0x0a000000 + index, 32));
        const covered = singles.map((single) => gaps.filter((gap) => contains(gap, single)).length);
        expect(covered).toEqual(singles.map((single) => (isFree(single, space) ? 1 : 0)));
      }),
    );
  });

  test('the blocks of an interval are exactly the interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 }), fc.integer({ min: 0, max: 2 ** 32 }), (a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        let next: number | bigint = start;
        for (const cidr of cidrsOf([start, end])) {
          expect(cidr.first).toBe(next);
          next = rangeOf(cidr)[1];
          expect(Number(cidr.first) % Number(addressCount(cidr))).toBe(0);
        }
        expect(next).toBe(end);
      }),
    );
  });
});
