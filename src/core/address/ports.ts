import { ALL_PROTOCOLS, hasPorts, isIcmp, protocolInterval, protocolLabel } from './protocol.ts';
import type { Interval } from './interval.ts';

/** Port numbers are two bytes. ICMP's type and code, one byte each, fill the same space as `type * 256 + code`. */
export const ALL_PORTS: Interval<number> = [0, 65_536];

const CODES_PER_TYPE = 256;

/** Echo and echo reply (RFC 792; RFC 4443 sections 4.1 and 4.2): what a ping sends, and what has to come back. */
export const icmpEcho = {
  4: { request: 8, reply: 0 },
  6: { request: 128, reply: 129 },
} as const;

/** The ports from `first` to `last`, both included, as a half-open interval. */
export function portRange(first: number, last: number): Interval<number> {
  return [first, last + 1];
}

/** ICMP type and code (all codes when none is given) in the destination-port dimension. */
export function icmpRange(type: number, code?: number): Interval<number> {
  const start = type * CODES_PER_TYPE;
  return code === undefined ? [start, start + CODES_PER_TYPE] : [start + code, start + code + 1];
}

/** The ICMP type and code that a value of the destination-port dimension stands for. */
export function readIcmp(value: number): { readonly type: number; readonly code: number } {
  return { type: Math.floor(value / CODES_PER_TYPE), code: value % CODES_PER_TYPE };
}

/** The words in which a rule of a security group or network ACL names traffic. Nothing named means everything. */
export interface TrafficWords {
  readonly protocol: string | number;
  readonly fromPort?: number | undefined;
  readonly toPort?: number | undefined;
  readonly icmpType?: number | undefined;
  readonly icmpCode?: number | undefined;
}

/** What those words mean in the protocol and destination-port dimensions of a traffic set. */
export interface HeaderMatch {
  readonly protocol: Interval<number>;
  readonly destinationPort: Interval<number>;
}

function matchIcmp({ icmpType, icmpCode }: TrafficWords): Interval<number> {
  return icmpType === undefined ? ALL_PORTS : icmpRange(icmpType, icmpCode);
}

function matchPorts({ fromPort, toPort }: TrafficWords): Interval<number> {
  if (fromPort === undefined && toPort === undefined) return ALL_PORTS;
  const first = fromPort ?? toPort ?? 0;
  return portRange(first, toPort ?? first);
}

/**
 * Reads a rule's traffic words. Ports count for TCP and UDP only, type and code for ICMP only; `all` ignores both, as
 * AWS does. One port alone means just that port. `undefined` when the protocol is unknown.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function matchHeaders(words: TrafficWords): HeaderMatch | undefined {
  const protocol = protocolInterval(words.protocol);
  if (protocol === undefined) return undefined;
  if (protocol === ALL_PROTOCOLS) return { protocol, destinationPort: ALL_PORTS };
  if (isIcmp(protocol[0])) return { protocol, destinationPort: matchIcmp(words) };
  return { protocol, destinationPort: hasPorts(protocol[0]) ? matchPorts(words) : ALL_PORTS };
}

const isEverything = ([start, end]: Interval<number>, whole: Interval<number>): boolean => start <= whole[0] && end >= whole[1];

/** Text of a port interval: `443`, `1024–65535`, `all ports`. */
export function formatPorts(ports: Interval<number>): string {
  if (isEverything(ports, ALL_PORTS)) return 'all ports';
  const [first, end] = ports;
  return end - first === 1 ? String(first) : `${first}–${end - 1}`;
}

/** Text of ICMP types and codes: `type 8`, `type 3 code 4`, `types 0–8`, `all types`. */
export function formatIcmp(values: Interval<number>): string {
  if (isEverything(values, ALL_PORTS)) return 'all types';
  const first = readIcmp(values[0]);
  const last = readIcmp(values[1] - 1);
  const wholeTypes = first.code === 0 && last.code === CODES_PER_TYPE - 1;
  if (first.type !== last.type && wholeTypes) return `types ${first.type}–${last.type}`;
  if (first.type !== last.type) return `type ${first.type} code ${first.code} to type ${last.type} code ${last.code}`;
  if (wholeTypes) return `type ${first.type}`;
  if (first.code === last.code) return `type ${first.type} code ${first.code}`;
  return `type ${first.type} codes ${first.code}–${last.code}`;
}

/** Text of protocol and ports together: `TCP 443`, `UDP, all ports`, `ICMP type 8`, `GRE`, `all traffic`. */
export function formatHeaders({ protocol, destinationPort }: HeaderMatch): string {
  const [first, end] = protocol;
  if (end - first !== 1) {
    const protocols = isEverything(protocol, ALL_PROTOCOLS) ? 'all traffic' : `protocols ${first}–${end - 1}`;
    return isEverything(destinationPort, ALL_PORTS) ? protocols : `${protocols}, ${formatPorts(destinationPort)}`;
  }
  const label = protocolLabel(first);
  if (isIcmp(first)) return isEverything(destinationPort, ALL_PORTS) ? label : `${label} ${formatIcmp(destinationPort)}`;
  if (!isEverything(destinationPort, ALL_PORTS)) return `${label} ${formatPorts(destinationPort)}`;
  return hasPorts(first) ? `${label}, all ports` : label;
}
