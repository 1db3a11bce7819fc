import { readCidr, type Cidr4 } from '@core/address/cidr.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitBits } from './split-bits.ts';

const blockOf = (text: string): Cidr4 => readCidr(text) as Cidr4;

/** `|` stands where the free bits begin. */
function write(text: string): string {
  const octets = splitBits(blockOf(text));
  const bits = octets.flatMap((octet) => octet.bits);
  const fixed = bits.filter(({ isFixed }) => isFixed).length;
  const digits = bits.map(({ digit }) => digit).join('');
  return `${octets.map(({ decimal }) => decimal).join('.')} ${digits.slice(0, fixed)}|${digits.slice(fixed)}`;
}

describe('splitBits', () => {
  test.each([
    ['10.0.0.0/23', '10.0.0.0 00001010000000000000000|000000000'],
    ['255.255.255.255/32', '255.255.255.255 11111111111111111111111111111111|'],
    ['0.0.0.0/0', '0.0.0.0 |00000000000000000000000000000000'],
    ['192.168.1.128/25', '192.168.1.128 1100000010101000000000011|0000000'],
  ])('%s', (text, expected) => {
    expect(write(text)).toBe(expected);
  });

  test('the bits of any block are its lowest address, the first of them fixed', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.nat(32), (address, prefixLength) => {
        const bits = splitBits({ first: address, prefixLength }).flatMap((octet) => octet.bits);
        expect(parseInt(bits.map(({ digit }) => digit).join(''), 2)).toBe(address);
        expect(bits.findIndex(({ isFixed }) => !isFixed)).toBe(prefixLength === 32 ? -1 : prefixLength);
      }),
    );
  });
});
