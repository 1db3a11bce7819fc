import fc from 'fast-check';
import { IPv4CidrRange, IPv6CidrRange } from 'ip-num';
import { describe, expect, test } from 'vitest';
import {
  addressCount,
  canonicalAddress,
  compareCidrs,
  contains,
  containsAddress,
  enclosing,
  formatCidr,
  isSameBlock,
  join,
  lastAddress,
  nextBlock,
  overlaps,
  parentBlock,
  parseCidr,
  parseCidrOrAddress,
  previousBlock,
  rangeOf,
  readCidr,
  split,
  splitCount,
} from './cidr.ts';
import { blockAround4, blockAround6 } from './cidr-block.ts';
import type { Cidr } from './cidr.ts';

const read = (text: string): Cidr => {
  const cidr = readCidr(text);
  if (cidr === undefined) throw new Error(`${text} is no block`);
  return cidr;
};
const readAll = (texts: readonly string[]): Cidr[] => texts.map(read);

/** Few different high bits, so that blocks often contain each other. */
const blocks4 = fc
  .tuple(fc.constantFrom(0, 10, 172, 255), fc.integer({ min: 0, max: 2 ** 24 - 1 }), fc.integer({ min: 0, max: 32 }))
  .map(([high, low, prefixLength]) => blockAround4(high * 2 ** 24 + low, prefixLength));
const blocks6 = fc
  .tuple(fc.constantFrom(0n, 0x2001n, 0xffffn), fc.bigInt({ min: 0n, max: (1n << 112n) - 1n }), fc.integer({ min: 0, max: 128 }))
  .map(([high, low, prefixLength]) => blockAround6((high << 112n) | low, prefixLength));
const blocks: fc.Arbitrary<Cidr> = fc.oneof(blocks4, blocks6);

describe('parseCidr', () => {
  test.each([
    ['10.0.0.0/16', '10.0.0.0/16', false],
    ['10.0.0.5/24', '10.0.0.0/24', true],
    ['100.68.0.18/18', '100.68.0.0/18', true],
    ['  10.0.0.0/16 ', '10.0.0.0/16', false],
    ['0.0.0.0/0', '0.0.0.0/0', false],
    ['255.255.255.255/32', '255.255.255.255/32', false],
    ['255.255.255.255/0', '0.0.0.0/0', true],
    ['2001:DB8::/56', '2001:db8::/56', true],
    ['2001:db8::1/64', '2001:db8::/64', true],
    ['::/0', '::/0', false],
    ['10.0.0.0/15', '10.0.0.0/15', false],
  ])('%s is %s (changed: %s)', (text, canonical, changed) => {
    expect(parseCidr(text)).toMatchObject({ ok: true, canonical, changed });
  });

  test.each([
    ['', 'No CIDR block is given; write one such as 10.0.0.0/16.'],
    ['/16', '/16 has no address; write a block such as 10.0.0.0/16.'],
    ['10.0.0.0', '10.0.0.0 has no prefix length; write 10.0.0.0/32 for this one address, or the block that is meant.'],
    ['::1', '::1 has no prefix length; write ::1/128 for this one address, or the block that is meant.'],
    ['10.0.0.0/33', '/33 is not a prefix length of an IPv4 block; write 0–32, for example 10.0.0.0/24.'],
    ['10.0.0.0/08', '/08 is not a prefix length of an IPv4 block; write 0–32, for example 10.0.0.0/24.'],
    ['10.0.0.0/', '/ is not a prefix length of an IPv4 block; write 0–32, for example 10.0.0.0/24.'],
    ['10.0.0.0/16/8', '/16/8 is not a prefix length of an IPv4 block; write 0–32, for example 10.0.0.0/24.'],
    ['2001:db8::/129', '/129 is not a prefix length of an IPv6 block; write 0–128, for example 2001:db8::/64.'],
    ['10.0.0/16', '10.0.0 is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.'],
    ['web/24', 'web is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.'],
  ])('refuses "%s" with one sentence', (text, problem) => {
    expect(parseCidr(text)).toEqual({ ok: false, problem });
    expect(readCidr(text)).toBeUndefined();
  });

  test.each([
    ['10.0.0.5', '10.0.0.5/32'],
    ['2001:db8::5', '2001:db8::5/128'],
    ['10.0.0.5/24', '10.0.0.0/24'],
  ])('parseCidrOrAddress also takes %s', (text, canonical) => {
    expect(parseCidrOrAddress(text)).toMatchObject({ ok: true, canonical, changed: true });
  });

  test('what is neither block nor address stays a problem', () => {
    expect(parseCidrOrAddress('nowhere').ok).toBe(false);
    expect(canonicalAddress('nowhere')).toBeUndefined();
    expect(canonicalAddress(' 2001:DB8:0::1 ')).toBe('2001:db8::1');
  });
});

describe('readCidr', () => {
  test('remembers: the same text gives the same block', () => {
    expect(readCidr('10.1.0.0/16')).toBe(readCidr('10.1.0.0/16'));
    expect(readCidr('10.1.2.3/16')).toEqual(readCidr('10.1.0.0/16'));
  });

  test('stays right when more texts come than it remembers', () => {
    for (let index = 0; index < 25_000; index += 1) readCidr(`10.${index % 256}.${Math.floor(index / 256)}.0/24`);
    expect(formatCidr(read('10.7.0.0/24'))).toBe('10.7.0.0/24');
  });
});

describe('relations', () => {
  test.each([
    ['10.0.0.0/16', '10.0.0.0/24', true],
    ['10.0.0.0/16', '10.0.0.0/16', true],
    ['10.0.0.0/24', '10.0.0.0/16', false],
    ['10.0.0.0/16', '10.1.0.0/24', false],
    ['0.0.0.0/0', '::/0', false],
    ['::/0', '0.0.0.0/0', false],
    ['2001:db8::/32', '2001:db8:1::/48', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(read(outer), read(inner))).toBe(expected);
  });

  test.each([
    ['10.0.0.0/25', '10.0.0.128/25', false],
    ['10.0.0.0/24', '10.0.0.128/25', true],
    ['0.0.0.0/0', '::/0', false],
  ])('subnets %s and %s overlap: %s', (a, b, expected) => {
    expect(overlaps(read(a), read(b))).toBe(expected);
    expect(overlaps(read(b), read(a))).toBe(expected);
  });

  test('an address belongs to blocks of its own family only', () => {
    expect(containsAddress(read('0.0.0.0/0'), 5)).toBe(true);
    expect(containsAddress(read('::/0'), 5)).toBe(false);
    expect(containsAddress(read('::/0'), 5n)).toBe(true);
    expect(containsAddress(read('0.0.0.0/0'), 5n)).toBe(false);
    expect(containsAddress(read('10.0.0.0/24'), 0x0a000100)).toBe(false);
    expect(containsAddress(read('10.0.0.0/24'), 0x0a0000ff)).toBe(true);
  });

  test('blocks sort by family, address, then size', () => {
    const sorted = readAll(['::/0', '10.0.1.0/24', '10.0.0.0/24', '10.0.0.0/16']).sort(compareCidrs);
    expect(sorted.map(formatCidr)).toEqual(['10.0.0.0/16', '10.0.0.0/24', '10.0.1.0/24', '::/0']);
  });
});

describe('split, join, enclosing', () => {
  test('10.0.0.0/22 in four /24', () => {
    const pieces = split(read('10.0.0.0/22'), 24) ?? [];
    expect(pieces.map(formatCidr)).toEqual(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24']);
  });

  test('what cannot be split says so', () => {
    expect(split(read('10.0.0.0/24'), 23)).toBeUndefined();
    expect(split(read('10.0.0.0/24'), 33)).toBeUndefined();
    expect(split(read('10.0.0.0/8'), 32)).toBeUndefined();
    expect(splitCount(read('10.0.0.0/8'), 32)).toBe(2 ** 24);
    expect(splitCount(read('10.0.0.0/24'), 16)).toBe(0);
    expect(split(read('2001:db8::/56'), 64)).toHaveLength(256);
  });

  test.each([
    ['10.0.0.0/24', '10.0.1.0/24', '10.0.0.0/23'],
    ['10.0.1.0/24', '10.0.2.0/24', undefined],
    ['10.0.0.0/24', '10.0.0.0/24', undefined],
    ['10.0.0.0/24', '10.0.1.0/25', undefined],
    ['::/1', '8000::/1', '::/0'],
    ['0.0.0.0/0', '::/0', undefined],
  ])('join %s and %s: %s', (a, b, expected) => {
    const joined = join(read(a), read(b));
    expect(joined && formatCidr(joined)).toBe(expected);
  });

  test.each([
    [['10.0.0.0/24', '10.0.3.0/24'], '10.0.0.0/22'],
    [['10.0.0.0/24', '192.168.0.0/24'], '0.0.0.0/0'],
    [['10.0.0.0/24'], '10.0.0.0/24'],
    [['10.0.0.0/24', '::/0'], undefined],
    [[], undefined],
  ])('enclosing %s: %s', (texts, expected) => {
    const outer = enclosing(readAll(texts));
    expect(outer && formatCidr(outer)).toBe(expected);
  });

  test('neighbours end where the addresses end', () => {
    expect(nextBlock(read('255.255.255.0/24'))).toBeUndefined();
    expect(previousBlock(read('0.0.0.0/24'))).toBeUndefined();
    expect(nextBlock(read('ffff::/16'))).toBeUndefined();
    expect(previousBlock(read('::/16'))).toBeUndefined();
    expect(parentBlock(read('::/0'))).toBeUndefined();
  });
});

describe('laws of blocks', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(blocks, (cidr) => {
        expect(read(formatCidr(cidr))).toEqual(cidr);
      }),
    );
  });

  test('splitting and joining are inverse, and the enclosing block of the pieces is the whole', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 6 }), (cidr, bits) => {
        const pieces = split<Cidr>(cidr, cidr.prefixLength + bits);
        if (pieces === undefined) return;
        expect(pieces).toHaveLength(2 ** bits);
        expect(enclosing(pieces)).toEqual(cidr);
        for (const [index, piece] of pieces.entries()) {
          expect(contains(cidr, piece)).toBe(true);
          if (index > 0) expect(previousBlock(piece)).toEqual(pieces[index - 1]);
        }
        const halves = split<Cidr>(cidr, cidr.prefixLength + 1) ?? [];
        const [low, high] = halves;
        expect(low && high && join(high, low)).toEqual(cidr);
      }),
    );
  });

  test('neighbours of neighbours are the block itself, and never overlap it', () => {
    fc.assert(
      fc.property(blocks, (cidr) => {
        const next = nextBlock(cidr);
        if (next === undefined) return;
        expect(overlaps(cidr, next)).toBe(false);
        const back = previousBlock(next);
        expect(back && isSameBlock(back, cidr)).toBe(true);
      }),
    );
  });

  test('the enclosing block contains all and no half of it does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(blocks4, { minLength: 1 }), fc.array(blocks6, { minLength: 1 })), (cidrs: readonly Cidr[]) => {
        const outer = enclosing(cidrs);
        expect(outer).toBeDefined();
        if (outer === undefined) return;
        expect(cidrs.every((cidr) => contains(outer, cidr))).toBe(true);
        const halves = split<Cidr>(outer, outer.prefixLength + 1) ?? [];
        expect(halves.some((half) => cidrs.every((cidr) => contains(half, cidr)))).toBe(false);
      }),
    );
  });

  test('ip-num agrees on IPv4 blocks', () => {
    fc.assert(
      fc.property(blocks4, blocks4, (a, b) => {
        const left = IPv4CidrRange.fromCidr(formatCidr(a));
        const right = IPv4CidrRange.fromCidr(formatCidr(b));
        expect(BigInt(rangeOf(a)[0])).toBe(left.getFirst().getValue());
        expect(BigInt(lastAddress(a))).toBe(left.getLast().getValue());
        expect(BigInt(addressCount(a))).toBe(left.getSize());
        expect(contains(a, b)).toBe(left.contains(right) || left.isEquals(right));
        expect(overlaps(a, b)).toBe(left.isOverlapping(right) || left.contains(right) || right.contains(left) || left.isEquals(right));
      }),
    );
  });

  test('ip-num agrees on IPv6 blocks', () => {
    fc.assert(
      fc.property(blocks6, blocks6, (a, b) => {
        const left = IPv6CidrRange.fromCidr(formatCidr(a));
        const right = IPv6CidrRange.fromCidr(formatCidr(b));
        expect(rangeOf(a)[0]).toBe(left.getFirst().getValue());
        expect(lastAddress(a)).toBe(left.getLast().getValue());
        expect(addressCount(a)).toBe(left.getSize());
        expect(contains(a, b)).toBe(left.contains(right) || left.isEquals(right));
      }),
    );
  });
});
