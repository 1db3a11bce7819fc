import { bitsOf, blockAround4, blockAround6, formatAddress, formatCidr } from './cidr-block.ts';
import type { Cidr } from './cidr-block.ts';
import { parseIpv4 } from './ipv4.ts';
import { parseIpv6 } from './ipv6.ts';

/**
 * A block that was read, or one sentence that says what is wrong. `changed`: the canonical text is not what was given,
 * because host bits were cleared or because the same block has a shorter spelling.
 */
export type ParsedCidr =
  | { readonly ok: true; readonly cidr: Cidr; readonly canonical: string; readonly changed: boolean }
  | { readonly ok: false; readonly problem: string };

const PREFIX_PATTERN = /^(?:0|[1-9]\d{0,2})$/;
const CACHE_LIMIT = 20_000;

const refuse = (problem: string): ParsedCidr => ({ ok: false, problem });

/** Reads an IPv4 address as a number or an IPv6 address as a bigint. */
export function parseAddress(text: string): number | bigint | undefined {
  return parseIpv4(text) ?? parseIpv6(text);
}

const blockAround = (address: number | bigint, prefixLength: number): Cidr =>
  typeof address === 'number' ? blockAround4(address, prefixLength) : blockAround6(address, prefixLength);

const familyOf = (address: number | bigint): 4 | 6 => (typeof address === 'number' ? 4 : 6);

function accept(given: string, address: number | bigint, prefixLength: number): ParsedCidr {
  const cidr = blockAround(address, prefixLength);
  const canonical = formatCidr(cidr);
  return { ok: true, cidr, canonical, changed: canonical !== given };
}

function explainAddress(given: string, addressText: string): string {
  if (given === '') return 'No CIDR block is given; write one such as 10.0.0.0/16.';
  if (addressText === '') return `${given} has no address; write a block such as 10.0.0.0/16.`;
  return `${addressText} is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.`;
}

function explainPrefix(address: number | bigint, prefixText: string): string {
  const family = familyOf(address);
  const example = formatCidr(blockAround(address, family === 4 ? 24 : 64));
  return `/${prefixText} is not a prefix length of an IPv${family} block; write 0–${bitsOf(family)}, for example ${example}.`;
}

/**
 * Reads a block such as `10.0.0.0/16`. Host bits are cleared, as AWS does, and `changed` says so; spaces around the
 * text do not count. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function parseCidr(text: string): ParsedCidr {
  const given = text.trim();
  const slash = given.indexOf('/');
  const addressText = slash < 0 ? given : given.slice(0, slash);
  const address = parseAddress(addressText);
  if (address === undefined) return refuse(explainAddress(given, addressText));
  if (slash < 0) {
    const single = formatCidr(blockAround(address, bitsOf(familyOf(address))));
    return refuse(`${given} has no prefix length; write ${single} for this one address, or the block that is meant.`);
  }
  const prefixText = given.slice(slash + 1);
  const prefixLength = PREFIX_PATTERN.test(prefixText) ? Number(prefixText) : Infinity;
  if (prefixLength > bitsOf(familyOf(address))) return refuse(explainPrefix(address, prefixText));
  return accept(given, address, prefixLength);
}

/** Like `parseCidr`, but a bare address is the block of that one address: /32 or /128. */
export function parseCidrOrAddress(text: string): ParsedCidr {
  const given = text.trim();
  const address = parseAddress(given);
  return address === undefined ? parseCidr(given) : accept(given, address, bitsOf(familyOf(address)));
}

const cache = new Map<string, Cidr | undefined>();

/**
 * The block a text means, or `undefined` when it means none. Remembers what it has read: the evaluator asks thousands
 * of times for the same few texts.
 */
export function readCidr(text: string): Cidr | undefined {
  const known = cache.get(text);
  if (known !== undefined || cache.has(text)) return known;
  const parsed = parseCidr(text);
  const cidr = parsed.ok ? parsed.cidr : undefined;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, cidr);
  return cidr;
}

/** Canonical text of an address, or `undefined` when the text is none. */
export function canonicalAddress(text: string): string | undefined {
  const address = parseAddress(text.trim());
  return address === undefined ? undefined : formatAddress(address);
}
