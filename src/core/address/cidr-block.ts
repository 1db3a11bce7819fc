import type { Interval } from './interval.ts';
import { intervalCovers, intervalsMeet } from './interval.ts';
import { formatIpv4 } from './ipv4.ts';
import { formatIpv6 } from './ipv6.ts';

export const IPV4_BITS = 32;
export const IPV6_BITS = 128;

/** An IPv4 block (RFC 4632): `first` is its lowest address as an unsigned 32-bit number, without host bits. */
export interface Cidr4 {
  readonly family: 4;
  readonly first: number;
  readonly prefixLength: number;
}

/** An IPv6 block (RFC 4291 section 2.3): `first` is its lowest address as a 128-bit bigint, without host bits. */
export interface Cidr6 {
  readonly family: 6;
  readonly first: bigint;
  readonly prefixLength: number;
}

export type Cidr = Cidr4 | Cidr6;

/** The width of an address in bits: 32 or 128, which is also the longest prefix. */
export function bitsOf(family: 4 | 6): number {
  return family === 4 ? IPV4_BITS : IPV6_BITS;
}

/** The IPv4 block of that length around an address; host bits are cleared. */
export function blockAround4(address: number, prefixLength: number): Cidr4 {
  const size = 2 ** (IPV4_BITS - prefixLength);
  return { family: 4, first: address - (address % size), prefixLength };
}

/** The IPv6 block of that length around an address; host bits are cleared. */
export function blockAround6(address: bigint, prefixLength: number): Cidr6 {
  const hostBits = BigInt(IPV6_BITS - prefixLength);
  return { family: 6, first: (address >> hostBits) << hostBits, prefixLength };
}

/** How many addresses the block holds: a number for IPv4, a bigint for IPv6. */
export function addressCount(cidr: Cidr4): number;
export function addressCount(cidr: Cidr6): bigint;
export function addressCount(cidr: Cidr): number | bigint;
export function addressCount(cidr: Cidr): number | bigint {
  return cidr.family === 4 ? 2 ** (IPV4_BITS - cidr.prefixLength) : 1n << BigInt(IPV6_BITS - cidr.prefixLength);
}

/** The block's addresses as a half-open interval: numbers for IPv4, bigints for IPv6. */
export function rangeOf(cidr: Cidr4): Interval<number>;
export function rangeOf(cidr: Cidr6): Interval<bigint>;
export function rangeOf(cidr: Cidr): Interval<number> | Interval<bigint>;
export function rangeOf(cidr: Cidr): Interval<number> | Interval<bigint> {
  if (cidr.family === 4) return [cidr.first, cidr.first + addressCount(cidr)];
  return [cidr.first, cidr.first + addressCount(cidr)];
}

/** The highest address of the block: a number for IPv4, a bigint for IPv6. */
export function lastAddress(cidr: Cidr4): number;
export function lastAddress(cidr: Cidr6): bigint;
export function lastAddress(cidr: Cidr): number | bigint;
export function lastAddress(cidr: Cidr): number | bigint {
  return cidr.family === 4 ? cidr.first + addressCount(cidr) - 1 : cidr.first + addressCount(cidr) - 1n;
}

/** Whether every address of `inner` belongs to `outer`. Blocks of different families contain nothing of each other. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  if (outer.family === 4) return inner.family === 4 && intervalCovers(rangeOf(outer), rangeOf(inner));
  return inner.family === 6 && intervalCovers(rangeOf(outer), rangeOf(inner));
}

/** Whether the address (a number is IPv4, a bigint is IPv6) belongs to the block. */
export function containsAddress(cidr: Cidr, address: number | bigint): boolean {
  if (cidr.family === 4) {
    return typeof address === 'number' && address >= cidr.first && address < cidr.first + addressCount(cidr);
  }
  return typeof address === 'bigint' && address >= cidr.first && address < cidr.first + addressCount(cidr);
}

/** Whether the two blocks share an address. Of two blocks that do, one contains the other. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  if (a.family === 4) return b.family === 4 && intervalsMeet(rangeOf(a), rangeOf(b));
  return b.family === 6 && intervalsMeet(rangeOf(a), rangeOf(b));
}

/** Whether both are the same block. */
export function isSameBlock(a: Cidr, b: Cidr): boolean {
  return a.first === b.first && a.prefixLength === b.prefixLength;
}

/** Orders blocks: IPv4 before IPv6, then by lowest address, then larger blocks first. For `Array.sort`. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefixLength - b.prefixLength;
}

/** Text of an address: a number is IPv4, a bigint is IPv6. */
export function formatAddress(address: number | bigint): string {
  return typeof address === 'number' ? formatIpv4(address) : formatIpv6(address);
}

/** Canonical text, such as `10.0.0.0/16` or `2001:db8::/56`. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.first)}/${cidr.prefixLength}`;
}
