import fc from 'fast-check';
import { IPv6, expandIPv6Number } from 'ip-num';
import { describe, expect, test } from 'vitest';
import { formatIpv6, parseIpv6 } from './ipv6.ts';

/** Groups that are often zero, so that runs of zeros of all lengths and places occur. */
const groups = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xffff }) }), {
  minLength: 8,
  maxLength: 8,
});
const addresses = groups.map((parts) => parts.reduce((address, group) => (address << 16n) | BigInt(group), 0n));

/** Examples of RFC 4291 section 2.2, RFC 5952 sections 4 and 5, and of the edges of the grammar. */
describe('reading and writing', () => {
  test.each([
    ['2001:DB8:0:0:8:800:200C:417A', '2001:db8::8:800:200c:417a'],
    ['FF01:0:0:0:0:0:0:101', 'ff01::101'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::', '::'],
    ['1::', '1::'],
    ['::ffff:129.144.52.38', '::ffff:129.144.52.38'],
    ['::13.1.68.3', '::d01:4403'],
    ['0:0:0:0:0:0:13.1.68.3', '::d01:4403'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:db8::1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
  ])('%s is %s', (text, canonical) => {
    const address = parseIpv6(text);
    expect(address).toBeDefined();
    expect(formatIpv6(address ?? -1n)).toBe(canonical);
  });

  test.each([
    '',
    ':',
    ':::',
    '1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '1:2:3:4:5:6:7:8::',
    '::1:2:3:4:5:6:7:8',
    '12345::',
    'g::',
    ':1::',
    '1:::2',
    '1:',
    ':1',
    'fe80::1%eth0',
    '::1/128',
    '[::1]',
    '1.2.3.4',
    '::1.2.3',
    '::1.2.3.256',
    '::1.2.3.4:5',
    '1.2.3.4::',
    '1:2:3:4:5:6:7:1.2.3.4',
    ' ::1',
  ])('refuses "%s"', (text) => {
    expect(parseIpv6(text)).toBeUndefined();
  });
});

describe('laws of IPv6 text', () => {
  test('what is written is read back', () => {
    fc.assert(fc.property(addresses, (address) => parseIpv6(formatIpv6(address)) === address));
  });

  test('the full form is read as the short one', () => {
    fc.assert(
      fc.property(groups, (parts) => {
        const full = parts.map((group) => group.toString(16).padStart(4, '0').toUpperCase()).join(':');
        const plain = parts.map((group) => group.toString(16)).join(':');
        expect(parseIpv6(full)).toBe(parseIpv6(plain));
      }),
    );
  });

  test('ip-num agrees on the number', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const other = IPv6.fromBigInt(address);
        expect(parseIpv6(other.toString())).toBe(address);
        if (!formatIpv6(address).includes('.')) expect(new IPv6(expandIPv6Number(formatIpv6(address))).getValue()).toBe(address);
      }),
    );
  });
});
