import type { Cidr4 } from '@core/address/cidr.ts';
import { IPV4_BITS } from '@core/address/cidr.ts';

const BITS_OF_OCTET = 8;

/** One digit of an address in binary; a fixed one belongs to the prefix. */
export interface Bit {
  readonly digit: '0' | '1';
  readonly isFixed: boolean;
}

/** One of the four numbers of an IPv4 block, lowest address, and its eight bits from the left. */
export interface Octet {
  readonly decimal: number;
  readonly bits: readonly Bit[];
}

/** The lowest address of a block as four numbers and 32 bits, of which the prefix length are fixed (RFC 4632). */
export function splitBits({ first, prefixLength }: Pick<Cidr4, 'first' | 'prefixLength'>): readonly Octet[] {
  const digits = first.toString(2).padStart(IPV4_BITS, '0');
  return [0, 1, 2, 3].map((octet): Octet => {
    const start = octet * BITS_OF_OCTET;
    const own = digits.slice(start, start + BITS_OF_OCTET);
    const bits = Array.from(own, (digit, index): Bit => ({ digit: digit === '1' ? '1' : '0', isFixed: start + index < prefixLength }));
    return { decimal: parseInt(own, 2), bits };
  });
}
