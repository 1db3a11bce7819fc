import type { Interval } from './interval.ts';

/** One more than the highest IPv4 address: the end of a half-open interval over all of them. */
export const IPV4_END = 2 ** 32;

/** Every IPv4 address: 0.0.0.0/0. */
export const ALL_IPV4: Interval<number> = [0, IPV4_END];

const BYTE_SIZE = 256;
const BYTE_MAXIMUM = 255;
const OCTET_COUNT = 4;
const OCTET_DIGITS = 3;
const DECIMAL = 10;
const ZERO = 48;
const DOT = 46;

/** Where the run of digits that begins at a position ends. */
function endOfDigits(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

const isDigit = (code: number): boolean => code >= ZERO && code < ZERO + DECIMAL;

function readOctet(text: string, start: number, end: number): number | undefined {
  const digits = end - start;
  const hasLeadingZero = digits > 1 && text.charCodeAt(start) === ZERO;
  if (digits === 0 || digits > OCTET_DIGITS || hasLeadingZero) return undefined;
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * DECIMAL + (text.charCodeAt(index) - ZERO);
  return value > BYTE_MAXIMUM ? undefined : value;
}

/**
 * Reads dotted-quad text as an unsigned 32-bit number; anything else is `undefined`. Leading zeros are refused, because
 * some readers take them for octal (RFC 6943 section 3.1.1).
 */
export function parseIpv4(text: string): number | undefined {
  let address = 0;
  let position = 0;
  // Character by character: a check reads every address of a design, and splitting it with patterns costs six times this.
  for (let octet = 0; octet < OCTET_COUNT; octet += 1) {
    if (octet > 0) {
      if (text.charCodeAt(position) !== DOT) return undefined;
      position += 1;
    }
    const end = endOfDigits(text, position);
    const value = readOctet(text, position, end);
    if (value === undefined) return undefined;
    address = address * BYTE_SIZE + value;
    position = end;
  }
  return position === text.length ? address : undefined;
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
