import { expect, test } from 'vitest';
import { rangeOf } from '../address/cidr-block.ts';
import { readCidr } from '../address/parse-cidr.ts';
import { ALL_PORTS, icmpRange } from '../address/ports.ts';
import type { AnyBox } from '../filtering/rule-match.ts';
import { fromNat64, NAT64_RANGE, toNat64, translateIcmp } from './nat64.ts';

const block = (text: string) => {
  const cidr = readCidr(text);
  if (!cidr) throw new Error(`${text} is no CIDR`);
  return rangeOf(cidr);
};
const box = (protocol: number, destinationPort: readonly [number, number]): AnyBox => ({ source: [1, 2], destination: [3, 4], protocol: [protocol, protocol + 1], sourcePort: ALL_PORTS, destinationPort });

test('64:ff9b::/96 holds one address for each of IPv4 (RFC 6052, section 2.1)', () => {
  expect(NAT64_RANGE).toEqual(block('64:ff9b::/96'));
});

// RFC 6052, section 2.4: 192.0.2.33 is 64:ff9b::192.0.2.33.
test.each([
  ['192.0.2.33/32', '64:ff9b::c000:221/128'],
  ['192.0.2.0/24', '64:ff9b::c000:200/120'],
])('%s is %s there and back', (four, six) => {
  const [start, end] = block(four);
  expect(toNat64([Number(start), Number(end)])).toEqual(block(six));
  expect(fromNat64(block(six))).toEqual(block(four));
});

// RFC 792: echo is type 8, its reply type 0. RFC 4443: 128 and 129. RFC 7915, sections 4.2 and 5.2, turns one into the other.
test.each([
  ['an echo request to IPv4', box(58, icmpRange(128)), 4, box(1, icmpRange(8, 0))],
  ['an echo reply to IPv4', box(58, icmpRange(129, 0)), 4, box(1, icmpRange(0, 0))],
  ['an echo request to IPv6', box(1, icmpRange(8)), 6, box(58, icmpRange(128, 0))],
  ['an echo reply to IPv6', box(1, icmpRange(0, 0)), 6, box(58, icmpRange(129, 0))],
  ['TCP stays as it is', box(6, [443, 444]), 4, box(6, [443, 444])],
  ['UDP stays as it is', box(17, [53, 54]), 6, box(17, [53, 54])],
  ['all protocols stay as they are', { ...box(58, ALL_PORTS), protocol: [0, 256] }, 4, { ...box(58, ALL_PORTS), protocol: [0, 256] }],
  ['protocols from ICMP on stay as they are', { ...box(1, ALL_PORTS), protocol: [1, 256] }, 6, { ...box(1, ALL_PORTS), protocol: [1, 256] }],
  ['protocols up to ICMPv6 stay as they are', { ...box(58, ALL_PORTS), protocol: [0, 59] }, 4, { ...box(58, ALL_PORTS), protocol: [0, 59] }],
] as const)('%s', (_, given, to, expected) => {
  expect(translateIcmp(given, to)).toEqual(expected);
});
