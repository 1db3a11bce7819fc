import type { Interval } from './interval.ts';

/** One more than the highest IPv4 address: the end of a half-open interval over all of them. */
export const IPV4_END = 2 ** 32;

/** Every IPv4 address: 0.0.0.0/0. */
export const ALL_IPV4: Interval<number> = [0, IPV4_END];

const BYTE_SIZE = 256;
const BYTE_MAXIMUM = 255;
const OCTET_COUNT = 4;
const OCTET_PATTERN = /^(?:0|[1-9]\d{0,2})$/;

/**
 * Reads dotted-quad text as an unsigned 32-bit number; anything else is `undefined`. Leading zeros are refused, because
 * some readers take them for octal (RFC 6943 section 3.1.1).
 */
export function parseIpv4(text: string): number | undefined {
  const octets = text.split('.');
  if (octets.length !== OCTET_COUNT) return undefined;
  let address = 0;
  for (const octet of octets) {
    const value = OCTET_PATTERN.test(octet) ? Number(octet) : BYTE_SIZE;
    if (value > BYTE_MAXIMUM) return undefined;
    address = address * BYTE_SIZE + value;
  }
  return address;
}

/** The four octets of an address, most significant first. */
function octetsOf(address: number): readonly [number, number, number, number] {
  return [address >>> 24, (address >>> 16) & BYTE_MAXIMUM, (address >>> 8) & BYTE_MAXIMUM, address & BYTE_MAXIMUM];
}

/** Dotted-quad text of an unsigned 32-bit number. */
export function formatIpv4(address: number): string {
  return octetsOf(address).join('.');
}

/** The four octets as eight binary digits each, most significant first. */
export function toBinaryOctets(address: number): [string, string, string, string] {
  const [first, second, third, fourth] = octetsOf(address);
  const digits = (octet: number): string => octet.toString(2).padStart(8, '0');
  return [digits(first), digits(second), digits(third), digits(fourth)];
}
