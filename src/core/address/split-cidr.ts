import { IPV4_BITS, IPV6_BITS, addressCount, bitsOf, blockAround4, blockAround6, contains } from './cidr-block.ts';
import type { Cidr } from './cidr-block.ts';
import { IPV4_END } from './ipv4.ts';
import { IPV6_END } from './ipv6.ts';

/** The most pieces `split` makes at once: a /16 into single addresses, a /48 into /64. */
export const SPLIT_LIMIT = 65_536;

/** How many blocks of that length fit into the block; 0 when the length is shorter than the block's own or too long. */
export function splitCount(cidr: Cidr, prefixLength: number): number {
  const isPossible = prefixLength >= cidr.prefixLength && prefixLength <= bitsOf(cidr.family);
  return isPossible ? 2 ** (prefixLength - cidr.prefixLength) : 0;
}

/**
 * Cuts a block into equal blocks of the given length, lowest first. `undefined` when none fit or when there would be
 * more than `SPLIT_LIMIT`.
 */
export function split<Block extends Cidr>(cidr: Block, prefixLength: number): readonly Block[] | undefined;
export function split(cidr: Cidr, prefixLength: number): readonly Cidr[] | undefined {
  const pieces = splitCount(cidr, prefixLength);
  if (pieces === 0 || pieces > SPLIT_LIMIT) return undefined;
  const numbers = Array.from({ length: pieces }, (_, index) => index);
  if (cidr.family === 4) {
    const size = 2 ** (IPV4_BITS - prefixLength);
    return numbers.map((index) => ({ family: 4, first: cidr.first + index * size, prefixLength }));
  }
  const hostBits = BigInt(IPV6_BITS - prefixLength);
  return numbers.map((index) => ({ family: 6, first: cidr.first + (BigInt(index) << hostBits), prefixLength }));
}

/** The block around this one whose prefix is one bit shorter; `undefined` for /0. */
export function parentBlock(cidr: Cidr): Cidr | undefined {
  if (cidr.prefixLength === 0) return undefined;
  return cidr.family === 4 ? blockAround4(cidr.first, cidr.prefixLength - 1) : blockAround6(cidr.first, cidr.prefixLength - 1);
}

/** The block that two halves make up, or `undefined` when they are not the two halves of one block. */
export function join(a: Cidr, b: Cidr): Cidr | undefined {
  if (a.family !== b.family || a.prefixLength !== b.prefixLength || a.first === b.first) return undefined;
  const parent = parentBlock(a);
  return parent !== undefined && contains(parent, b) ? parent : undefined;
}

/** The smallest block that contains all; `undefined` for an empty list or a mix of IPv4 and IPv6. */
export function enclosing(cidrs: readonly Cidr[]): Cidr | undefined {
  let outer = cidrs[0];
  for (const cidr of cidrs) {
    if (cidr.family !== outer?.family) return undefined;
    while (outer !== undefined && !contains(outer, cidr)) outer = parentBlock(outer);
  }
  return outer;
}

/** The block of the same size right after this one; `undefined` at the end of the address space. */
export function nextBlock(cidr: Cidr): Cidr | undefined {
  if (cidr.family === 4) {
    const first = cidr.first + addressCount(cidr);
    return first < IPV4_END ? { ...cidr, first } : undefined;
  }
  const first = cidr.first + addressCount(cidr);
  return first < IPV6_END ? { ...cidr, first } : undefined;
}

/** The block of the same size right before this one; `undefined` at the start of the address space. */
export function previousBlock(cidr: Cidr): Cidr | undefined {
  if (cidr.family === 4) return cidr.first === 0 ? undefined : { ...cidr, first: cidr.first - addressCount(cidr) };
  return cidr.first === 0n ? undefined : { ...cidr, first: cidr.first - addressCount(cidr) };
}
