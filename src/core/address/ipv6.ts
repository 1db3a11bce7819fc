import type { Interval } from './interval.ts';
import { formatIpv4, parseIpv4 } from './ipv4.ts';

/** One more than the highest IPv6 address: the end of a half-open interval over all of them. */
export const IPV6_END = 1n << 128n;

/** Every IPv6 address: ::/0. */
export const ALL_IPV6: Interval<bigint> = [0n, IPV6_END];

const GROUP_COUNT = 8;
const GROUP_BITS = 16n;
const GROUP_SIZE = 0x10000;
const MAXIMUM_LENGTH = 45;
const MAPPED_PREFIX = 0xffffn;
const LOW_32_BITS = 0xffffffffn;
const GROUP_PATTERN = /^[0-9a-f]{1,4}$/i;

/** The groups of one side of a `::`; a dotted quad may stand at the very end and counts as two (RFC 4291 section 2.2). */
function readGroups(text: string, mayEmbedIpv4: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (GROUP_PATTERN.test(part)) groups.push(parseInt(part, 16));
    else {
      const embedded = isLast && mayEmbedIpv4 ? parseIpv4(part) : undefined;
      if (embedded === undefined) return undefined;
      groups.push(Math.floor(embedded / GROUP_SIZE), embedded % GROUP_SIZE);
    }
  }
  return groups;
}

const joinGroups = (groups: readonly number[]): bigint => groups.reduce((address, group) => (address << GROUP_BITS) | BigInt(group), 0n);

/**
 * Reads the text forms of RFC 4291 section 2.2, embedded IPv4 included, as a 128-bit bigint; anything else, also a zone
 * (`fe80::1%eth0`), is `undefined`.
 */
export function parseIpv6(text: string): bigint | undefined {
  if (text.length > MAXIMUM_LENGTH || !text.includes(':')) return undefined;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const front = readGroups(head, tail === undefined);
  const back = tail === undefined ? [] : readGroups(tail, true);
  if (front === undefined || back === undefined) return undefined;
  const missing = GROUP_COUNT - front.length - back.length;
  const isComplete = tail === undefined ? missing === 0 : missing >= 1;
  if (!isComplete) return undefined;
  return joinGroups([...front, ...Array.from({ length: missing }, () => 0), ...back]);
}

const groupsOf = (address: bigint): readonly number[] =>
  Array.from({ length: GROUP_COUNT }, (_, index) =>
    Number((address >> (GROUP_BITS * BigInt(GROUP_COUNT - 1 - index))) & BigInt(GROUP_SIZE - 1)),
  );

/** Where the longest run of at least two zero groups lies; the first one wins a tie (RFC 5952 section 4.2). */
function longestZeroRun(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index < groups.length; index += 1) {
    if (groups[index] !== 0) start = index + 1;
    else if (index - start + 1 > best.length) best = { start, length: index - start + 1 };
  }
  return best.length >= 2 ? best : { start: 0, length: 0 };
}

/** Canonical text after RFC 5952: lower case, no leading zeros, longest zero run as `::`; IPv4-mapped addresses end dotted. */
export function formatIpv6(address: bigint): string {
  if (address >> 32n === MAPPED_PREFIX) return `::ffff:${formatIpv4(Number(address & LOW_32_BITS))}`;
  const groups = groupsOf(address);
  const run = longestZeroRun(groups);
  const write = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (run.length === 0) return write(groups);
  return `${write(groups.slice(0, run.start))}::${write(groups.slice(run.start + run.length))}`;
}
