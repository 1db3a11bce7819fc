import { cutBox } from './box.ts';
import type { Box, Packet } from './box.ts';
import { uniteBoxes } from './box-list.ts';
import { fromIntervals } from './interval-set.ts';
import type { IntervalSet } from './interval-set.ts';
import { intervalHas } from './interval.ts';
import type { Interval, Point } from './interval.ts';
import { ICMP, ICMPV6 } from './protocol.ts';
import { changeBoxes } from './traffic.ts';
import type { BoxChange, Traffic4, Traffic6, TrafficSet } from './traffic.ts';

type Addresses = IntervalSet<number> | IntervalSet<bigint>;
type HeaderField = 'protocol' | 'sourcePort' | 'destinationPort';

/** The source addresses that occur in the set. */
export function sourcesOf(set: Traffic4): IntervalSet<number>;
export function sourcesOf(set: Traffic6): IntervalSet<bigint>;
export function sourcesOf(set: TrafficSet): Addresses;
export function sourcesOf(set: TrafficSet): Addresses {
  if (set.family === 4) return fromIntervals(set.boxes.map((box) => box.source));
  return fromIntervals(set.boxes.map((box) => box.source));
}

/** The destination addresses that occur in the set. */
export function destinationsOf(set: Traffic4): IntervalSet<number>;
export function destinationsOf(set: Traffic6): IntervalSet<bigint>;
export function destinationsOf(set: TrafficSet): Addresses;
export function destinationsOf(set: TrafficSet): Addresses {
  if (set.family === 4) return fromIntervals(set.boxes.map((box) => box.destination));
  return fromIntervals(set.boxes.map((box) => box.destination));
}

function headersOf(set: TrafficSet, field: HeaderField): IntervalSet<number> {
  const boxes: readonly Pick<Box<number>, HeaderField>[] = set.boxes;
  return fromIntervals(boxes.map((box) => box[field]));
}

/** The protocol numbers that occur in the set. */
export function protocolsOf(set: TrafficSet): IntervalSet<number> {
  return headersOf(set, 'protocol');
}

/** The source ports that occur in the set. */
export function sourcePortsOf(set: TrafficSet): IntervalSet<number> {
  return headersOf(set, 'sourcePort');
}

/** The destination ports that occur in the set; for ICMP, `type * 256 + code`. */
export function destinationPortsOf(set: TrafficSet): IntervalSet<number> {
  return headersOf(set, 'destinationPort');
}

const lowestPacket = <N extends Point>(box: Box<N> | undefined): Packet<N> | undefined =>
  box && {
    source: box.source[0],
    destination: box.destination[0],
    protocol: box.protocol[0],
    sourcePort: box.sourcePort[0],
    destinationPort: box.destinationPort[0],
  };

/** One packet of the set, the same one each time: the lowest of its first box. `undefined` for the empty set. */
export function samplePacket(set: Traffic4): Packet<number> | undefined;
export function samplePacket(set: Traffic6): Packet<bigint> | undefined;
export function samplePacket(set: TrafficSet): Packet<number> | Packet<bigint> | undefined;
export function samplePacket(set: TrafficSet): Packet<number> | Packet<bigint> | undefined {
  return set.family === 4 ? lowestPacket(set.boxes[0]) : lowestPacket(set.boxes[0]);
}

function replaceHeader<Set extends TrafficSet>(set: Set, field: HeaderField, interval: Interval<number>): Set {
  const replace: BoxChange = (boxes) =>
    uniteBoxes(
      [],
      boxes.map((box) => ({ ...box, [field]: interval })),
    );
  return changeBoxes(set, replace);
}

/** The set as it is after every packet got a protocol out of the interval. */
export function withProtocol<Set extends TrafficSet>(set: Set, protocol: Interval<number>): Set {
  return replaceHeader(set, 'protocol', protocol);
}

/** The set as it is after every packet got a source port out of the interval, as network address translation does. */
export function withSourcePort<Set extends TrafficSet>(set: Set, sourcePort: Interval<number>): Set {
  return replaceHeader(set, 'sourcePort', sourcePort);
}

/** The set as it is after every packet got a destination port out of the interval. */
export function withDestinationPort<Set extends TrafficSet>(set: Set, destinationPort: Interval<number>): Set {
  return replaceHeader(set, 'destinationPort', destinationPort);
}

const isNumeric = (interval: Interval<number> | Interval<bigint>): interval is Interval<number> => typeof interval[0] === 'number';

function replaceAddress(set: TrafficSet, field: 'source' | 'destination', interval: Interval<number> | Interval<bigint>): TrafficSet {
  if (set.family === 4 && isNumeric(interval)) {
    return {
      family: 4,
      boxes: uniteBoxes(
        [],
        set.boxes.map((box) => ({ ...box, [field]: interval })),
      ),
    };
  }
  if (set.family === 6 && !isNumeric(interval)) {
    return {
      family: 6,
      boxes: uniteBoxes(
        [],
        set.boxes.map((box) => ({ ...box, [field]: interval })),
      ),
    };
  }
  throw new TypeError('A traffic set holds IPv4 or IPv6 addresses, never both.');
}

/**
 * The set as it is after every packet got a source out of the interval, as network address translation does. Throws when
 * the interval is of the other family.
 */
export function withSource(set: Traffic4, source: Interval<number>): Traffic4;
export function withSource(set: Traffic6, source: Interval<bigint>): Traffic6;
export function withSource(set: TrafficSet, source: Interval<number> | Interval<bigint>): TrafficSet;
export function withSource(set: TrafficSet, source: Interval<number> | Interval<bigint>): TrafficSet {
  return replaceAddress(set, 'source', source);
}

/** Like `withSource`, for the destination. */
export function withDestination(set: Traffic4, destination: Interval<number>): Traffic4;
export function withDestination(set: Traffic6, destination: Interval<bigint>): Traffic6;
export function withDestination(set: TrafficSet, destination: Interval<number> | Interval<bigint>): TrafficSet;
export function withDestination(set: TrafficSet, destination: Interval<number> | Interval<bigint>): TrafficSet {
  return replaceAddress(set, 'destination', destination);
}

const swapped = <N extends Point>(box: Box<N>): Box<N> => ({
  source: box.destination,
  destination: box.source,
  protocol: box.protocol,
  sourcePort: box.destinationPort,
  destinationPort: box.sourcePort,
});

const swappedAddresses = <N extends Point>(box: Box<N>): Box<N> => ({
  source: box.destination,
  destination: box.source,
  protocol: box.protocol,
  sourcePort: box.sourcePort,
  destinationPort: box.destinationPort,
});

const icmpProtocols = [ICMP, ICMPV6];

/** Ports of ICMP are type and code and stay where they are, so a box with ICMP among other protocols comes apart. */
function swapBox<N extends Point>(box: Box<N>): readonly Box<N>[] {
  const icmp = icmpProtocols.filter((protocol) => intervalHas(box.protocol, protocol));
  const samePorts = box.sourcePort[0] === box.destinationPort[0] && box.sourcePort[1] === box.destinationPort[1];
  if (icmp.length === 0 || samePorts) return [swapped(box)];
  const answer: Box<N>[] = [];
  let others: Box<N>[] = [box];
  for (const protocol of icmp) {
    const rest: Box<N>[] = [];
    for (const part of others) {
      if (!intervalHas(part.protocol, protocol)) rest.push(part);
      else answer.push(swappedAddresses(cutBox(part, { ...part, protocol: [protocol, protocol + 1] }, rest)));
    }
    others = rest;
  }
  return [...answer, ...others.map(swapped)];
}

/**
 * The packets that go the other way: sources and destinations change places, and ports too. ICMP has type and code in
 * place of ports; they stay, and what answers them is for the caller to say (`icmpEcho`).
 */
export function swapEnds<Set extends TrafficSet>(set: Set): Set {
  const swap: BoxChange = (boxes) => boxes.flatMap(swapBox);
  return changeBoxes(set, swap);
}
