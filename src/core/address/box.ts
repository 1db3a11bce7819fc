import { comparePoints, commonPart, intervalCovers, intervalHas, intervalsMeet, precedes } from './interval.ts';
import type { Interval, Point } from './interval.ts';

/**
 * Packets whose five header fields each lie in an interval. Always write the five fields in this order: then all boxes
 * share one hidden class and the loops over them stay fast.
 */
export interface Box<N extends Point> {
  readonly source: Interval<N>;
  readonly destination: Interval<N>;
  readonly protocol: Interval<number>;
  readonly sourcePort: Interval<number>;
  readonly destinationPort: Interval<number>;
}

/** One packet: for ICMP, `destinationPort` is `type * 256 + code`. */
export interface Packet<N extends Point> {
  readonly source: N;
  readonly destination: N;
  readonly protocol: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

/** Whether the two boxes share a packet. */
export function boxesMeet<N extends Point>(a: Box<N>, b: Box<N>): boolean {
  return (
    intervalsMeet(a.destinationPort, b.destinationPort) &&
    intervalsMeet(a.protocol, b.protocol) &&
    intervalsMeet(a.source, b.source) &&
    intervalsMeet(a.destination, b.destination) &&
    intervalsMeet(a.sourcePort, b.sourcePort)
  );
}

/** Whether every packet of `inner` is in `outer`. */
export function boxCovers<N extends Point>(outer: Box<N>, inner: Box<N>): boolean {
  return (
    intervalCovers(outer.source, inner.source) &&
    intervalCovers(outer.destination, inner.destination) &&
    intervalCovers(outer.protocol, inner.protocol) &&
    intervalCovers(outer.sourcePort, inner.sourcePort) &&
    intervalCovers(outer.destinationPort, inner.destinationPort)
  );
}

/** Whether the packet lies in the box. */
export function boxHas<N extends Point>(box: Box<N>, packet: Packet<N>): boolean {
  return (
    intervalHas(box.source, packet.source) &&
    intervalHas(box.destination, packet.destination) &&
    intervalHas(box.protocol, packet.protocol) &&
    intervalHas(box.sourcePort, packet.sourcePort) &&
    intervalHas(box.destinationPort, packet.destinationPort)
  );
}

/** Whether the box holds no packet: one of its intervals is empty. */
export function isEmptyBox<N extends Point>(box: Box<N>): boolean {
  const isFull =
    precedes(box.source[0], box.source[1]) &&
    precedes(box.destination[0], box.destination[1]) &&
    precedes(box.protocol[0], box.protocol[1]) &&
    precedes(box.sourcePort[0], box.sourcePort[1]) &&
    precedes(box.destinationPort[0], box.destinationPort[1]);
  return !isFull;
}

/** The packets of both boxes, which have to meet. */
export function commonBox<N extends Point>(a: Box<N>, b: Box<N>): Box<N> {
  if (boxCovers(b, a)) return a;
  return {
    source: commonPart(a.source, b.source),
    destination: commonPart(a.destination, b.destination),
    protocol: commonPart(a.protocol, b.protocol),
    sourcePort: commonPart(a.sourcePort, b.sourcePort),
    destinationPort: commonPart(a.destinationPort, b.destinationPort),
  };
}

/** Orders boxes field by field, for `Array.sort`. */
export function compareBoxes<N extends Point>(a: Box<N>, b: Box<N>): number {
  return (
    comparePoints(a.source[0], b.source[0]) ||
    comparePoints(a.destination[0], b.destination[0]) ||
    a.protocol[0] - b.protocol[0] ||
    a.sourcePort[0] - b.sourcePort[0] ||
    a.destinationPort[0] - b.destinationPort[0]
  );
}

/** Sets aside what of `box` lies beside `common` in its source; answers the rest. */
function peelSource<N extends Point>(box: Box<N>, common: Interval<N>, beside: Box<N>[]): Box<N> {
  const { source, destination, protocol, sourcePort, destinationPort } = box;
  if (source === common) return box;
  if (precedes(source[0], common[0])) {
    beside.push({ source: [source[0], common[0]], destination, protocol, sourcePort, destinationPort });
  }
  if (precedes(common[1], source[1])) {
    beside.push({ source: [common[1], source[1]], destination, protocol, sourcePort, destinationPort });
  }
  return { source: common, destination, protocol, sourcePort, destinationPort };
}

/** Sets aside what of `box` lies beside `common` in its destination; answers the rest. */
function peelDestination<N extends Point>(box: Box<N>, common: Interval<N>, beside: Box<N>[]): Box<N> {
  const { source, destination, protocol, sourcePort, destinationPort } = box;
  if (destination === common) return box;
  if (precedes(destination[0], common[0])) {
    beside.push({ source, destination: [destination[0], common[0]], protocol, sourcePort, destinationPort });
  }
  if (precedes(common[1], destination[1])) {
    beside.push({ source, destination: [common[1], destination[1]], protocol, sourcePort, destinationPort });
  }
  return { source, destination: common, protocol, sourcePort, destinationPort };
}

/** Sets aside what of `box` lies beside `common` in its protocol; answers the rest. */
function peelProtocol<N extends Point>(box: Box<N>, common: Interval<number>, beside: Box<N>[]): Box<N> {
  const { source, destination, protocol, sourcePort, destinationPort } = box;
  if (protocol === common) return box;
  if (protocol[0] < common[0]) {
    beside.push({ source, destination, protocol: [protocol[0], common[0]], sourcePort, destinationPort });
  }
  if (common[1] < protocol[1]) {
    beside.push({ source, destination, protocol: [common[1], protocol[1]], sourcePort, destinationPort });
  }
  return { source, destination, protocol: common, sourcePort, destinationPort };
}

/** Sets aside what of `box` lies beside `common` in its source port; answers the rest. */
function peelSourcePort<N extends Point>(box: Box<N>, common: Interval<number>, beside: Box<N>[]): Box<N> {
  const { source, destination, protocol, sourcePort, destinationPort } = box;
  if (sourcePort === common) return box;
  if (sourcePort[0] < common[0]) {
    beside.push({ source, destination, protocol, sourcePort: [sourcePort[0], common[0]], destinationPort });
  }
  if (common[1] < sourcePort[1]) {
    beside.push({ source, destination, protocol, sourcePort: [common[1], sourcePort[1]], destinationPort });
  }
  return { source, destination, protocol, sourcePort: common, destinationPort };
}

/** Sets aside what of `box` lies beside `common` in its destination port; answers the rest. */
function peelDestinationPort<N extends Point>(box: Box<N>, common: Interval<number>, beside: Box<N>[]): Box<N> {
  const { source, destination, protocol, sourcePort, destinationPort } = box;
  if (destinationPort === common) return box;
  if (destinationPort[0] < common[0]) {
    beside.push({ source, destination, protocol, sourcePort, destinationPort: [destinationPort[0], common[0]] });
  }
  if (common[1] < destinationPort[1]) {
    beside.push({ source, destination, protocol, sourcePort, destinationPort: [common[1], destinationPort[1]] });
  }
  return { source, destination, protocol, sourcePort, destinationPort: common };
}

/**
 * Cuts `cut` out of `box`, which has to meet it: adds what lies outside to `beside` as disjoint boxes and answers what
 * lies inside. Without anything outside, the answer is `box` itself.
 */
export function cutBox<N extends Point>(box: Box<N>, cut: Box<N>, beside: Box<N>[]): Box<N> {
  let rest = peelProtocol(box, commonPart(box.protocol, cut.protocol), beside);
  rest = peelDestinationPort(rest, commonPart(rest.destinationPort, cut.destinationPort), beside);
  rest = peelSourcePort(rest, commonPart(rest.sourcePort, cut.sourcePort), beside);
  rest = peelSource(rest, commonPart(rest.source, cut.source), beside);
  return peelDestination(rest, commonPart(rest.destination, cut.destination), beside);
}
