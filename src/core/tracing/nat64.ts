import type { Interval } from '../address/interval.ts';
import { icmpEcho, icmpRange } from '../address/ports.ts';
import { ICMP, ICMPV6 } from '../address/protocol.ts';
import type { AnyBox, Family } from '../filtering/rule-match.ts';

/** 64:ff9b::/96, the IPv6 addresses that stand for IPv4 ones (RFC 6052). */
const FIRST = 0x0064ff9bn << 96n;
export const NAT64_RANGE: Interval = [FIRST, FIRST + (1n << 32n)];

/** The IPv6 addresses that stand for IPv4 ones. */
export const toNat64 = ([start, end]: Interval<number>): Interval => [FIRST + BigInt(start), FIRST + BigInt(end)];

/** The IPv4 addresses that some of {@link NAT64_RANGE} stand for. */
export const fromNat64 = ([start, end]: Interval): Interval<number> => [Number(BigInt(start) - FIRST), Number(BigInt(end) - FIRST)];

const isIcmpOf = ({ protocol }: AnyBox, number: number): boolean => protocol[0] === number && protocol[1] === number + 1;

/** Echo requests and replies are called otherwise in the other family (RFC 7915, sections 4.2 and 5.2). */
export function translateIcmp(box: AnyBox, to: Family): AnyBox {
  const from = to === 4 ? 6 : 4;
  if (!isIcmpOf(box, to === 4 ? ICMPV6 : ICMP)) return box;
  const number = to === 4 ? ICMP : ICMPV6;
  const isReply = box.destinationPort[0] === icmpRange(icmpEcho[from].reply, 0)[0];
  const word = isReply ? 'reply' : 'request';
  return { ...box, protocol: [number, number + 1], destinationPort: icmpRange(icmpEcho[to][word], 0) };
}
