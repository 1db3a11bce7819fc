import fc from 'fast-check';
import { IPv4 } from 'ip-num';
import { describe, expect, test } from 'vitest';
import { formatIpv4, parseIpv4, toBinaryOctets } from './ipv4.ts';

const addresses = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('parseIpv4', () => {
  test.each([
    ['0.0.0.0', 0],
    ['0.0.0.1', 1],
    ['10.0.0.0', 167_772_160],
    ['192.168.1.10', 3_232_235_786],
    ['255.255.255.255', 4_294_967_295],
  ])('reads %s', (text, address) => {
    expect(parseIpv4(text)).toBe(address);
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.0.0',
    '10.0.0.256',
    '10.0.0.-1',
    '10.0.0.01',
    '010.0.0.1',
    '10.0.0.1 ',
    ' 10.0.0.1',
    '10..0.1',
    '10.0.0.',
    '.10.0.0',
    '10.0.0.a',
    '0x0a.0.0.1',
    '10.0.0.1/32',
    '1e1.0.0.1',
    '+1.0.0.1',
    '10,0,0,1',
    '١.0.0.1',
    '167772160',
    '::1',
  ])('refuses "%s"', (text) => {
    expect(parseIpv4(text)).toBeUndefined();
  });
});

describe('laws of IPv4 text', () => {
  test('what is written is read back', () => {
    fc.assert(fc.property(addresses, (address) => parseIpv4(formatIpv4(address)) === address));
  });

  test('ip-num agrees on text, number and binary digits', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const other = IPv4.fromNumber(BigInt(address));
        expect(formatIpv4(address)).toBe(other.toString());
        expect(toBinaryOctets(address).join('')).toBe(other.toBinaryString().padStart(32, '0'));
        expect(BigInt(parseIpv4(other.toString()) ?? -1)).toBe(other.getValue());
      }),
    );
  });
});

test('binary octets keep leading zeros', () => {
  expect(toBinaryOctets(167_772_165)).toEqual(['00001010', '00000000', '00000000', '00000101']);
});
