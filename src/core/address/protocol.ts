import type { Interval } from './interval.ts';

/** Numbers of the IP protocols that filters name. https://www.iana.org/assignments/protocol-numbers/ */
export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const ICMPV6 = 58;

/** Protocol numbers are one byte. */
export const ALL_PROTOCOLS: Interval<number> = [0, 256];

const names: readonly (readonly [number: number, word: string, label: string])[] = [
  [0, 'hopopt', 'HOPOPT'],
  [ICMP, 'icmp', 'ICMP'],
  [2, 'igmp', 'IGMP'],
  [4, 'ipv4', 'IPv4 encapsulation'],
  [TCP, 'tcp', 'TCP'],
  [8, 'egp', 'EGP'],
  [UDP, 'udp', 'UDP'],
  [27, 'rdp', 'RDP (protocol 27)'],
  [33, 'dccp', 'DCCP'],
  [41, 'ipv6', 'IPv6 encapsulation'],
  [43, 'ipv6-route', 'IPv6 routing header'],
  [44, 'ipv6-frag', 'IPv6 fragment header'],
  [46, 'rsvp', 'RSVP'],
  [47, 'gre', 'GRE'],
  [50, 'esp', 'ESP'],
  [51, 'ah', 'AH'],
  [ICMPV6, 'icmpv6', 'ICMPv6'],
  [59, 'ipv6-nonxt', 'IPv6 no next header'],
  [60, 'ipv6-opts', 'IPv6 destination options'],
  [88, 'eigrp', 'EIGRP'],
  [89, 'ospf', 'OSPF'],
  [94, 'ipip', 'IP in IP'],
  [103, 'pim', 'PIM'],
  [112, 'vrrp', 'VRRP'],
  [115, 'l2tp', 'L2TP'],
  [132, 'sctp', 'SCTP'],
  [136, 'udplite', 'UDPLite'],
];
const numberOf = new Map(names.map(([number, word]) => [word, number]));
const wordOf = new Map(names.map(([number, word]) => [number, word]));
const labelOf = new Map(names.map(([number, , label]) => [number, label]));
const NUMBER_PATTERN = /^\d{1,3}$/;

const isProtocolNumber = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < ALL_PROTOCOLS[1];

/**
 * The number of one protocol, given as a word (any case; `icmpv6` is also `icmp6` and `ipv6-icmp`) or as a number 0–255
 * in digits. `undefined` for `all`, which is no single number, and for what is no protocol.
 */
export function protocolNumber(protocol: string | number): number | undefined {
  if (typeof protocol === 'number') return isProtocolNumber(protocol) ? protocol : undefined;
  const word = protocol.trim().toLowerCase();
  if (word === 'icmp6' || word === 'ipv6-icmp') return ICMPV6;
  if (NUMBER_PATTERN.test(word)) return isProtocolNumber(Number(word)) ? Number(word) : undefined;
  return numberOf.get(word);
}

/** The protocols a rule names, as an interval: `all` and AWS's `-1` are every number 0–255. `undefined` for no protocol. */
export function protocolInterval(protocol: string | number): Interval<number> | undefined {
  if (protocol === 'all' || protocol === '-1' || protocol === -1) return ALL_PROTOCOLS;
  const number = protocolNumber(protocol);
  return number === undefined ? undefined : [number, number + 1];
}

/** The word for a protocol number as AWS writes it (`tcp`), or its digits when it has none here. Inverse of `protocolNumber`. */
export function protocolName(number: number): string {
  return wordOf.get(number) ?? String(number);
}

/** The name people read: `TCP`, `ICMPv6`, or `protocol 200`. */
export function protocolLabel(number: number): string {
  return labelOf.get(number) ?? `protocol ${number}`;
}

/** Whether the protocol has port numbers that AWS's filters look at: TCP and UDP. */
export function hasPorts(number: number): boolean {
  return number === TCP || number === UDP;
}

/** Whether an interval of protocol numbers is a single one that has ports. */
export function isOneWithPorts([first, end]: Interval<number>): boolean {
  return end - first === 1 && hasPorts(first);
}

/** Whether it is ICMP or ICMPv6, whose type and code stand where ports do. */
export function isIcmp(number: number): boolean {
  return number === ICMP || number === ICMPV6;
}
