import type { Box, Packet } from './box.ts';
import { uniteBoxes } from './box-list.ts';
import type { Point } from './interval.ts';
import { ALL_IPV4 } from './ipv4.ts';
import { ALL_IPV6 } from './ipv6.ts';
import { ALL_PORTS } from './ports.ts';
import { ALL_PROTOCOLS } from './protocol.ts';

/** A set of IPv4 packets as disjoint, non-empty boxes. Made by `traffic4`, `allTraffic` and the set operations. */
export interface Traffic4 {
  readonly family: 4;
  readonly boxes: readonly Box<number>[];
}

/** A set of IPv6 packets as disjoint, non-empty boxes. Made by `traffic6`, `allTraffic` and the set operations. */
export interface Traffic6 {
  readonly family: 6;
  readonly boxes: readonly Box<bigint>[];
}

/** Any set of packets of one family; a single packet is a set of one. */
export type TrafficSet = Traffic4 | Traffic6;

const NONE_4: Traffic4 = { family: 4, boxes: [] };
const NONE_6: Traffic6 = { family: 6, boxes: [] };

/** The empty set of a family. */
export function noTraffic(family: 4): Traffic4;
export function noTraffic(family: 6): Traffic6;
export function noTraffic(family: 4 | 6): TrafficSet;
export function noTraffic(family: 4 | 6): TrafficSet {
  return family === 4 ? NONE_4 : NONE_6;
}

/** An IPv4 box; a field that is not given is everything. */
export function box4(fields: Partial<Box<number>> = {}): Box<number> {
  return {
    source: fields.source ?? ALL_IPV4,
    destination: fields.destination ?? ALL_IPV4,
    protocol: fields.protocol ?? ALL_PROTOCOLS,
    sourcePort: fields.sourcePort ?? ALL_PORTS,
    destinationPort: fields.destinationPort ?? ALL_PORTS,
  };
}

/** An IPv6 box; a field that is not given is everything. */
export function box6(fields: Partial<Box<bigint>> = {}): Box<bigint> {
  return {
    source: fields.source ?? ALL_IPV6,
    destination: fields.destination ?? ALL_IPV6,
    protocol: fields.protocol ?? ALL_PROTOCOLS,
    sourcePort: fields.sourcePort ?? ALL_PORTS,
    destinationPort: fields.destinationPort ?? ALL_PORTS,
  };
}

/** The IPv4 packets of any of the boxes, which may overlap; a field that is not given is everything. */
export function traffic4(...boxes: readonly Partial<Box<number>>[]): Traffic4 {
  return { family: 4, boxes: uniteBoxes([], boxes.map(box4)) };
}

/** The IPv6 packets of any of the boxes, which may overlap; a field that is not given is everything. */
export function traffic6(...boxes: readonly Partial<Box<bigint>>[]): Traffic6 {
  return { family: 6, boxes: uniteBoxes([], boxes.map(box6)) };
}

const ALL_4: Traffic4 = { family: 4, boxes: [box4()] };
const ALL_6: Traffic6 = { family: 6, boxes: [box6()] };

/** Every packet of a family. */
export function allTraffic(family: 4): Traffic4;
export function allTraffic(family: 6): Traffic6;
export function allTraffic(family: 4 | 6): TrafficSet;
export function allTraffic(family: 4 | 6): TrafficSet {
  return family === 4 ? ALL_4 : ALL_6;
}

/** Whether the packet's addresses are numbers, which makes it IPv4. */
export function isPacket4(packet: Packet<number> | Packet<bigint>): packet is Packet<number> {
  return typeof packet.source === 'number';
}

/** Whether the box's addresses are numbers, which makes it IPv4. */
export function isBox4(box: Box<number> | Box<bigint>): box is Box<number> {
  return typeof box.source[0] === 'number';
}

/** A set of exactly this packet. Addresses that are numbers make it IPv4, bigints IPv6. */
export function onePacket(packet: Packet<number>): Traffic4;
export function onePacket(packet: Packet<bigint>): Traffic6;
export function onePacket(packet: Packet<number> | Packet<bigint>): TrafficSet;
export function onePacket(packet: Packet<number> | Packet<bigint>): TrafficSet {
  const { protocol, sourcePort, destinationPort } = packet;
  const headers: Pick<Box<number>, 'protocol' | 'sourcePort' | 'destinationPort'> = {
    protocol: [protocol, protocol + 1],
    sourcePort: [sourcePort, sourcePort + 1],
    destinationPort: [destinationPort, destinationPort + 1],
  };
  if (isPacket4(packet)) {
    const { source, destination } = packet;
    return traffic4({ ...headers, source: [source, source + 1], destination: [destination, destination + 1] });
  }
  const { source, destination } = packet;
  return traffic6({ ...headers, source: [source, source + 1n], destination: [destination, destination + 1n] });
}

/** The set with other boxes, which have to be disjoint; the set itself when they are its own. */
export function withBoxes4(set: Traffic4, boxes: readonly Box<number>[]): Traffic4 {
  if (boxes === set.boxes) return set;
  return boxes.length === 0 ? NONE_4 : { family: 4, boxes };
}

/** The set with other boxes, which have to be disjoint; the set itself when they are its own. */
export function withBoxes6(set: Traffic6, boxes: readonly Box<bigint>[]): Traffic6 {
  if (boxes === set.boxes) return set;
  return boxes.length === 0 ? NONE_6 : { family: 6, boxes };
}

/** A change of boxes that is the same for IPv4 and IPv6 and keeps them disjoint. */
export type BoxChange = <N extends Point>(boxes: readonly Box<N>[]) => readonly Box<N>[];

/** Applies a change of boxes to a set of either family. */
export function changeBoxes<Set extends TrafficSet>(set: Set, change: BoxChange): Set;
export function changeBoxes(set: TrafficSet, change: BoxChange): TrafficSet {
  return set.family === 4 ? withBoxes4(set, change(set.boxes)) : withBoxes6(set, change(set.boxes));
}
