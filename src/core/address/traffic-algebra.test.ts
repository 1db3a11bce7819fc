import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains as hasPoint } from './interval-set.ts';
import type { Interval } from './interval.ts';
import {
  box6,
  compact,
  contains,
  destinationPortsOf,
  destinationsOf,
  equals,
  intersect,
  isEmpty,
  isSubset,
  onePacket,
  protocolsOf,
  samplePacket,
  sourcePortsOf,
  sourcesOf,
  splitBy,
  splitBySet,
  subtract,
  swapEnds,
  traffic4,
  traffic6,
  union,
  withDestination,
  withDestinationPort,
  withSource,
  withSourcePort,
} from './traffic-set.ts';
import type { Box, Packet, TrafficSet } from './traffic-set.ts';

/** A world small enough to try every packet of it: four addresses, four protocols (two of them ICMP), three ports. */
const ADDRESSES = [0, 1, 2, 3];
const PROTOCOLS = [0, 1, 6, 58];
const PORTS = [0, 1, 2];
const WORLD: readonly Packet<number>[] = ADDRESSES.flatMap((source) =>
  ADDRESSES.flatMap((destination) =>
    PROTOCOLS.flatMap((protocol) =>
      PORTS.flatMap((sourcePort) => PORTS.map((destinationPort) => ({ source, destination, protocol, sourcePort, destinationPort }))),
    ),
  ),
);

const between = (values: readonly number[]): fc.Arbitrary<Interval<number>> =>
  fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const addressIntervals = between([0, 1, 2, 3, 4]);
const protocolIntervals = between([0, 1, 2, 6, 7, 58, 59]);
const portIntervals = between([0, 1, 2, 3]);
const boxes: fc.Arbitrary<Box<number>> = fc.record({
  source: addressIntervals,
  destination: addressIntervals,
  protocol: protocolIntervals,
  sourcePort: portIntervals,
  destinationPort: portIntervals,
});
const boxLists = fc.array(boxes, { maxLength: 5 });

/** The same world in IPv4 and in IPv6, where addresses lie far above what a number can hold. */
const wide = (address: number): bigint => (0x2001n << 112n) + BigInt(address);
const wideInterval = ([start, end]: Interval<number>): Interval<bigint> => [wide(start), wide(end)];
const families = [
  {
    name: 'IPv4',
    setOf: (list: readonly Box<number>[]): TrafficSet => traffic4(...list),
    boxOf: (box: Box<number>): Box<number> | Box<bigint> => box,
    packetOf: (packet: Packet<number>): Packet<number> | Packet<bigint> => packet,
    addressesOf: (interval: Interval<number>): Interval<number> | Interval<bigint> => interval,
  },
  {
    name: 'IPv6',
    setOf: (list: readonly Box<number>[]): TrafficSet =>
      traffic6(...list.map((box) => ({ ...box, source: wideInterval(box.source), destination: wideInterval(box.destination) }))),
    boxOf: (box: Box<number>): Box<number> | Box<bigint> =>
      box6({ ...box, source: wideInterval(box.source), destination: wideInterval(box.destination) }),
    packetOf: (packet: Packet<number>): Packet<number> | Packet<bigint> => ({
      ...packet,
      source: wide(packet.source),
      destination: wide(packet.destination),
    }),
    addressesOf: wideInterval,
  },
];

const isIn = ([start, end]: Interval<number>, point: number): boolean => point >= start && point < end;
const matches = (box: Box<number>, packet: Packet<number>): boolean =>
  isIn(box.source, packet.source) &&
  isIn(box.destination, packet.destination) &&
  isIn(box.protocol, packet.protocol) &&
  isIn(box.sourcePort, packet.sourcePort) &&
  isIn(box.destinationPort, packet.destinationPort);
const matchesAny = (list: readonly Box<number>[], packet: Packet<number>): boolean => list.some((box) => matches(box, packet));

describe.each(families)('laws of $name traffic, tried on every packet', ({ setOf, boxOf, packetOf, addressesOf }) => {
  const packetsIn = (set: TrafficSet): readonly Packet<number>[] => WORLD.filter((packet) => contains(set, packetOf(packet)));
  const expectExactly = (set: TrafficSet, expected: (packet: Packet<number>) => boolean): void => {
    expect(packetsIn(set)).toEqual(WORLD.filter(expected));
    for (const [index, box] of set.boxes.entries()) {
      const others =
        set.family === 4
          ? { ...set, boxes: set.boxes.filter((_, other) => other !== index) }
          : { ...set, boxes: set.boxes.filter((_, other) => other !== index) };
      expect(isEmpty(splitBy(others, box).inside)).toBe(true);
    }
  };

  test('a set is what any of its boxes holds', () => {
    fc.assert(
      fc.property(boxLists, (list) => {
        expectExactly(setOf(list), (packet) => matchesAny(list, packet));
      }),
    );
  });

  test('intersection, difference and union', () => {
    fc.assert(
      fc.property(boxLists, boxLists, (a, b) => {
        expectExactly(intersect(setOf(a), setOf(b)), (packet) => matchesAny(a, packet) && matchesAny(b, packet));
        expectExactly(subtract(setOf(a), setOf(b)), (packet) => matchesAny(a, packet) && !matchesAny(b, packet));
        expectExactly(union(setOf(a), setOf(b)), (packet) => matchesAny(a, packet) || matchesAny(b, packet));
      }),
    );
  });

  test('splitting by a box or a set parts the set in two', () => {
    fc.assert(
      fc.property(boxLists, boxes, boxLists, (list, matcher, matchers) => {
        const byBox = splitBy(setOf(list), boxOf(matcher));
        expectExactly(byBox.inside, (packet) => matchesAny(list, packet) && matches(matcher, packet));
        expectExactly(byBox.outside, (packet) => matchesAny(list, packet) && !matches(matcher, packet));
        const bySet = splitBySet(setOf(list), setOf(matchers));
        expectExactly(bySet.inside, (packet) => matchesAny(list, packet) && matchesAny(matchers, packet));
        expectExactly(bySet.outside, (packet) => matchesAny(list, packet) && !matchesAny(matchers, packet));
      }),
    );
  });

  test('equality and inclusion are those of the packets', () => {
    fc.assert(
      fc.property(boxLists, boxLists, (a, b) => {
        const inB = WORLD.filter((packet) => matchesAny(a, packet)).every((packet) => matchesAny(b, packet));
        const inA = WORLD.filter((packet) => matchesAny(b, packet)).every((packet) => matchesAny(a, packet));
        // Boxes may also hold protocols of which the world has no packet; the law speaks of those the world knows.
        if (isSubset(setOf(a), setOf(b))) expect(inB).toBe(true);
        if (equals(setOf(a), setOf(b))) expect([inA, inB]).toEqual([true, true]);
        expect(equals(union(setOf(a), setOf(b)), union(setOf(b), setOf(a)))).toBe(true);
        expect(isSubset(intersect(setOf(a), setOf(b)), setOf(a))).toBe(true);
      }),
    );
  });

  test('swapping ends turns every packet round, and twice is the set again', () => {
    fc.assert(
      fc.property(boxLists, (list) => {
        const swapped = swapEnds(setOf(list));
        expectExactly(swapped, ({ source, destination, protocol, sourcePort, destinationPort }) => {
          const ports =
            protocol === 1 || protocol === 58
              ? { sourcePort, destinationPort }
              : { sourcePort: destinationPort, destinationPort: sourcePort };
          return matchesAny(list, { source: destination, destination: source, protocol, ...ports });
        });
        expect(equals(swapEnds(swapped), setOf(list))).toBe(true);
      }),
    );
  });

  test('replacing a field leaves the others as they were', () => {
    fc.assert(
      fc.property(boxLists, addressIntervals, portIntervals, (list, addresses, ports) => {
        const start = (set: TrafficSet): TrafficSet => withSource(set, addressesOf(addresses));
        expectExactly(
          start(setOf(list)),
          (packet) => isIn(addresses, packet.source) && ADDRESSES.some((source) => matchesAny(list, { ...packet, source })),
        );
        expectExactly(
          withDestination(setOf(list), addressesOf(addresses)),
          (packet) => isIn(addresses, packet.destination) && ADDRESSES.some((destination) => matchesAny(list, { ...packet, destination })),
        );
        expectExactly(
          withSourcePort(setOf(list), ports),
          (packet) => isIn(ports, packet.sourcePort) && PORTS.some((sourcePort) => matchesAny(list, { ...packet, sourcePort })),
        );
        expectExactly(
          withDestinationPort(setOf(list), ports),
          (packet) =>
            isIn(ports, packet.destinationPort) && PORTS.some((destinationPort) => matchesAny(list, { ...packet, destinationPort })),
        );
      }),
    );
  });

  test('what occurs in a field is what some packet has there', () => {
    fc.assert(
      fc.property(boxLists, (list) => {
        const set = setOf(list);
        const own = packetsIn(set);
        expect(PORTS.filter((port) => hasPoint(sourcePortsOf(set), port))).toEqual(
          PORTS.filter((port) => list.some((box) => !isEmpty(setOf([box])) && isIn(box.sourcePort, port))),
        );
        expect(own.every((packet) => hasPoint(destinationPortsOf(set), packet.destinationPort))).toBe(true);
        expect(own.every((packet) => hasPoint(protocolsOf(set), packet.protocol))).toBe(true);
        if (set.family === 4) {
          expect(own.every((packet) => hasPoint(sourcesOf(set), packet.source) && hasPoint(destinationsOf(set), packet.destination))).toBe(
            true,
          );
        } else {
          expect(
            own.every((packet) => hasPoint(sourcesOf(set), wide(packet.source)) && hasPoint(destinationsOf(set), wide(packet.destination))),
          ).toBe(true);
        }
      }),
    );
  });

  test('compacting keeps the packets and never adds a box; a sample is in its set', () => {
    fc.assert(
      fc.property(boxLists, (list) => {
        const set = setOf(list);
        const smaller = compact(set);
        expectExactly(smaller, (packet) => matchesAny(list, packet));
        expect(equals(smaller, set)).toBe(true);
        expect(smaller.boxes.length).toBeLessThanOrEqual(set.boxes.length);
        const sample = samplePacket(set);
        expect(sample === undefined ? isEmpty(set) : contains(set, sample)).toBe(true);
      }),
    );
  });

  test('a set of one stays one box through any list of rules', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORLD), boxLists, (packet, rules) => {
        const one = packetOf(packet);
        let rest: TrafficSet =
          typeof one.source === 'number'
            ? onePacket(packet)
            : onePacket({ ...packet, source: wide(packet.source), destination: wide(packet.destination) });
        for (const rule of rules) {
          const { inside, outside } = splitBy(rest, boxOf(rule));
          expect(inside.boxes.length + outside.boxes.length).toBe(rest.boxes.length);
          if (!isEmpty(outside)) expect(outside).toBe(rest);
          rest = outside;
        }
        expect(contains(rest, one)).toBe(!matchesAny(rules, packet));
      }),
    );
  });
});
