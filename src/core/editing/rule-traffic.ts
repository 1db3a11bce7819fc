import type { RuleTraffic } from '../model/fields.ts';
import { refuse } from './refusal.ts';

const PORT_PROTOCOLS: ReadonlySet<unknown> = new Set(['tcp', 'udp', 6, 17]);
const ICMP_PROTOCOLS: ReadonlySet<unknown> = new Set(['icmp', 'icmpv6', 1, 58]);
const NAMED_PROTOCOLS: Readonly<Record<number, 'tcp' | 'udp' | 'icmp' | 'icmpv6'>> = { 6: 'tcp', 17: 'udp', 1: 'icmp', 58: 'icmpv6' };
const HIGHEST_PORT = 65_535;

/** Traffic as a form gives it: `undefined` is as good as missing. */
export type GivenTraffic = { readonly [Field in keyof RuleTraffic]?: RuleTraffic[Field] | undefined };

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT;

function readPorts({ fromPort, toPort }: GivenTraffic): Pick<RuleTraffic, 'fromPort' | 'toPort'> {
  if (fromPort === undefined && toPort === undefined) return {};
  const from = fromPort ?? toPort ?? 0;
  const to = toPort ?? from;
  const wrong = [from, to].find((port) => !isPort(port));
  if (wrong !== undefined) refuse(`${wrong} is not a port; ports are 0 to 65535.`);
  if (from > to) refuse(`The port range ${from}–${to} ends before it begins.`);
  return { fromPort: from, toPort: to };
}

function readIcmp({ icmpType, icmpCode }: GivenTraffic): Pick<RuleTraffic, 'icmpType' | 'icmpCode'> {
  if (icmpType === undefined && icmpCode !== undefined) refuse('An ICMP code needs an ICMP type.');
  return { ...(icmpType !== undefined && { icmpType }), ...(icmpCode !== undefined && { icmpCode }) };
}

/** The traffic of a rule in one spelling: TCP, UDP and ICMP by name, ports only where the protocol has them. */
export function readTraffic(given: GivenTraffic): RuleTraffic {
  const { protocol: wanted = 'all' } = given;
  const protocol = typeof wanted === 'number' ? (NAMED_PROTOCOLS[wanted] ?? wanted) : wanted;
  if (PORT_PROTOCOLS.has(protocol)) return { protocol, ...readPorts(given) };
  return ICMP_PROTOCOLS.has(protocol) ? { protocol, ...readIcmp(given) } : { protocol };
}

/** "TCP 443", "UDP 1024–65535", "all traffic", "ICMP type 8". */
export function describeTraffic({ protocol, fromPort, toPort, icmpType }: RuleTraffic): string {
  if (protocol === 'all') return 'all traffic';
  const name = typeof protocol === 'number' ? `protocol ${protocol}` : protocol === 'icmpv6' ? 'ICMPv6' : protocol.toUpperCase();
  if (icmpType !== undefined) return `${name} type ${icmpType}`;
  if (fromPort === undefined) return name;
  return fromPort === toPort || toPort === undefined ? `${name} ${fromPort}` : `${name} ${fromPort}–${toPort}`;
}
