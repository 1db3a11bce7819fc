import { rangeOf } from './cidr-block.ts';
import { fromIntervals, contains, subtract, union } from './interval-set.ts';
import type { IntervalSet } from './interval-set.ts';
import type { Interval } from './interval.ts';
import { ALL_IPV4 } from './ipv4.ts';
import { readCidr } from './parse-cidr.ts';

/** A block with a meaning of its own, and the document that gives it. */
export interface SpecialRange {
  readonly cidr: string;
  readonly name: string;
  /** What the block is for: decides whether routers of the internet carry it. */
  readonly purpose:
    | 'private'
    | 'shared'
    | 'loopback'
    | 'link-local'
    | 'documentation'
    | 'benchmarking'
    | 'multicast'
    | 'reserved'
    | 'this-network'
    | 'broadcast'
    | 'global'
    | 'translation';
  readonly source: string;
}

const rfc = (number: number): string => `https://www.rfc-editor.org/rfc/rfc${number}`;

/** Special-purpose IPv4 blocks. https://www.iana.org/assignments/iana-ipv4-special-registry/ */
export const specialIpv4Ranges: readonly SpecialRange[] = [
  { cidr: '0.0.0.0/8', name: 'this network', purpose: 'this-network', source: rfc(791) },
  { cidr: '10.0.0.0/8', name: 'private use', purpose: 'private', source: rfc(1918) },
  { cidr: '100.64.0.0/10', name: 'shared address space of carriers', purpose: 'shared', source: rfc(6598) },
  { cidr: '127.0.0.0/8', name: 'loopback', purpose: 'loopback', source: rfc(1122) },
  { cidr: '169.254.0.0/16', name: 'link-local', purpose: 'link-local', source: rfc(3927) },
  { cidr: '172.16.0.0/12', name: 'private use', purpose: 'private', source: rfc(1918) },
  { cidr: '192.0.0.0/24', name: 'IETF protocol assignments', purpose: 'reserved', source: rfc(6890) },
  { cidr: '192.0.0.9/32', name: 'Port Control Protocol anycast', purpose: 'global', source: rfc(7723) },
  { cidr: '192.0.0.10/32', name: 'TURN anycast', purpose: 'global', source: rfc(8155) },
  { cidr: '192.0.2.0/24', name: 'documentation (TEST-NET-1)', purpose: 'documentation', source: rfc(5737) },
  { cidr: '192.168.0.0/16', name: 'private use', purpose: 'private', source: rfc(1918) },
  { cidr: '198.18.0.0/15', name: 'benchmarking', purpose: 'benchmarking', source: rfc(2544) },
  { cidr: '198.51.100.0/24', name: 'documentation (TEST-NET-2)', purpose: 'documentation', source: rfc(5737) },
  { cidr: '203.0.113.0/24', name: 'documentation (TEST-NET-3)', purpose: 'documentation', source: rfc(5737) },
  { cidr: '224.0.0.0/4', name: 'multicast', purpose: 'multicast', source: rfc(5771) },
  { cidr: '240.0.0.0/4', name: 'reserved for future use', purpose: 'reserved', source: rfc(1112) },
  { cidr: '255.255.255.255/32', name: 'limited broadcast', purpose: 'broadcast', source: rfc(8190) },
];

/** Special-purpose IPv6 blocks. https://www.iana.org/assignments/iana-ipv6-special-registry/ */
export const specialIpv6Ranges: readonly SpecialRange[] = [
  { cidr: '::/128', name: 'unspecified address', purpose: 'this-network', source: rfc(4291) },
  { cidr: '::1/128', name: 'loopback', purpose: 'loopback', source: rfc(4291) },
  { cidr: '::ffff:0.0.0.0/96', name: 'IPv4-mapped addresses', purpose: 'translation', source: rfc(4291) },
  { cidr: '64:ff9b::/96', name: 'IPv4/IPv6 translation (NAT64)', purpose: 'translation', source: rfc(6052) },
  { cidr: '100::/64', name: 'discard only', purpose: 'reserved', source: rfc(6666) },
  { cidr: '2001:db8::/32', name: 'documentation', purpose: 'documentation', source: rfc(3849) },
  { cidr: '3fff::/20', name: 'documentation', purpose: 'documentation', source: rfc(9637) },
  { cidr: 'fc00::/7', name: 'unique local addresses', purpose: 'private', source: rfc(4193) },
  { cidr: 'fe80::/10', name: 'link-local', purpose: 'link-local', source: rfc(4291) },
  { cidr: 'ff00::/8', name: 'multicast', purpose: 'multicast', source: rfc(4291) },
];

type Purpose = SpecialRange['purpose'];

const ipv4Intervals = (purposes: readonly Purpose[]): readonly Interval<number>[] =>
  specialIpv4Ranges.flatMap(({ cidr, purpose }) => {
    const block = purposes.includes(purpose) ? readCidr(cidr) : undefined;
    return block?.family === 4 ? [rangeOf(block)] : [];
  });

/** The three private blocks of RFC 1918. */
export const privateIpv4: IntervalSet<number> = fromIntervals(ipv4Intervals(['private']));

const notOnTheInternet: readonly Purpose[] = [
  'this-network',
  'private',
  'shared',
  'loopback',
  'link-local',
  'multicast',
  'reserved',
  'broadcast',
];

/**
 * Addresses that can stand for a machine on the internet: everything globally routable, plus the documentation and
 * benchmarking blocks (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 198.18.0.0/15), which drawn designs use for public
 * addresses nobody owns.
 */
export const publicIpv4: IntervalSet<number> = union(
  subtract([ALL_IPV4], fromIntervals(ipv4Intervals(notOnTheInternet))),
  fromIntervals(ipv4Intervals(['global'])),
);

/** Global unicast IPv6, 2000::/3. https://www.iana.org/assignments/ipv6-unicast-address-assignments/ */
export const publicIpv6: IntervalSet<bigint> = [[0x2000n << 112n, 0x4000n << 112n]];

/** Whether the address can stand for a machine on the internet; see `publicIpv4`. */
export function isPublicIpv4(address: number): boolean {
  return contains(publicIpv4, address);
}

/** Whether the address is global unicast, 2000::/3. */
export function isPublicIpv6(address: bigint): boolean {
  return contains(publicIpv6, address);
}

/** Whether the address is private after RFC 1918. */
export function isPrivateIpv4(address: number): boolean {
  return contains(privateIpv4, address);
}
