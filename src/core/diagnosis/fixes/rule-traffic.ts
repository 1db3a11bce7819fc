import { formatCidr, type Cidr } from '../../address/cidr.ts';
import type { Interval } from '../../address/interval.ts';
import { ALL_PORTS, readIcmp } from '../../address/ports.ts';
import { isIcmp, protocolName } from '../../address/protocol.ts';
import type { AnyBox } from '../../filtering/rule-match.ts';
import { isStandInAddress } from '../../lookup/stand-in-addresses.ts';
import type { RuleTraffic } from '../../model/fields.ts';

const WORDS = new Set(['tcp', 'udp', 'icmp', 'icmpv6']);

function protocolOf([first, end]: Interval<number>): RuleTraffic['protocol'] {
  if (end - first !== 1) return 'all';
  const word = protocolName(first);
  return WORDS.has(word) ? (word as 'tcp') : first;
}

/** The traffic half of the narrowest rule that matches this header. */
export function ruleTrafficOf({ protocol, destinationPort }: Pick<AnyBox, 'protocol' | 'destinationPort'>): RuleTraffic {
  const word = protocolOf(protocol);
  const isEverything = destinationPort[0] <= ALL_PORTS[0] && destinationPort[1] >= ALL_PORTS[1];
  if (isEverything || word === 'all') return { protocol: word };
  if (protocol[1] - protocol[0] === 1 && isIcmp(protocol[0])) {
    const { type, code } = readIcmp(destinationPort[0]);
    return destinationPort[1] - destinationPort[0] === 1 ? { protocol: word, icmpType: type, icmpCode: code } : { protocol: word, icmpType: type };
  }
  if (word !== 'tcp' && word !== 'udp') return { protocol: word };
  return { protocol: word, fromPort: destinationPort[0], toPort: destinationPort[1] - 1 };
}

/** Everything of a family. */
const ANYWHERE: Readonly<Record<4 | 6, string>> = { 4: '0.0.0.0/0', 6: '::/0' };

/** The block a rule has to name for these addresses: themselves when it is one, else anywhere. */
export function cidrOf([start, end]: Interval): string {
  if (isStandInAddress(start)) return ANYWHERE[4];
  if (typeof start === 'number') return Number(end) - start === 1 ? formatCidr({ family: 4, first: start, prefixLength: 32 }) : (exactBlock4(start, Number(end)) ?? ANYWHERE[4]);
  return BigInt(end) - start === 1n ? formatCidr({ family: 6, first: start, prefixLength: 128 }) : ANYWHERE[6];
}

function exactBlock4(start: number, end: number): string | undefined {
  const prefixLength = 32 - Math.log2(end - start);
  const cidr: Cidr = { family: 4, first: start, prefixLength };
  return Number.isInteger(prefixLength) && start % (end - start) === 0 ? formatCidr(cidr) : undefined;
}
