import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains as hasPoint } from './interval-set.ts';
import type { Interval } from './interval.ts';
import { parseCidr } from './cidr.ts';
import type { Cidr } from './cidr.ts';
import { ALL_PORTS, icmpRange, matchHeaders, portRange } from './ports.ts';
import {
  allTraffic,
  box4,
  box6,
  compact,
  contains,
  destinationPortsOf,
  destinationsOf,
  equals,
  intersect,
  isEmpty,
  isSubset,
  matcherBox,
  noTraffic,
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
  unionAll,
  withDestination,
  withDestinationPort,
  withProtocol,
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
    PROTOCOLS.flatMap((protocol) => PORTS.flatMap((sourcePort) => PORTS.map((destinationPort) => ({ source, destination, protocol, sourcePort, destinationPort })))),
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
    boxOf: (box: Box<number>): Box<number> | Box<bigint> => box6({ ...box, source: wideInterval(box.source), destination: wideInterval(box.destination) }),
    packetOf: (packet: Packet<number>): Packet<number> | Packet<bigint> => ({ ...packet, source: wide(packet.source), destination: wide(packet.destination) }),
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
      const others = set.family === 4 ? { ...set, boxes: set.boxes.filter((_, other) => other !== index) } : { ...set, boxes: set.boxes.filter((_, other) => other !== index) };
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
          const ports = protocol === 1 || protocol === 58 ? { sourcePort, destinationPort } : { sourcePort: destinationPort, destinationPort: sourcePort };
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
        expectExactly(start(setOf(list)), (packet) => isIn(addresses, packet.source) && ADDRESSES.some((source) => matchesAny(list, { ...packet, source })));
        expectExactly(withDestination(setOf(list), addressesOf(addresses)), (packet) =>
          isIn(addresses, packet.destination) && ADDRESSES.some((destination) => matchesAny(list, { ...packet, destination })),
        );
        expectExactly(withSourcePort(setOf(list), ports), (packet) => isIn(ports, packet.sourcePort) && PORTS.some((sourcePort) => matchesAny(list, { ...packet, sourcePort })));
        expectExactly(withDestinationPort(setOf(list), ports), (packet) =>
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
        expect(PORTS.filter((port) => hasPoint(sourcePortsOf(set), port))).toEqual(PORTS.filter((port) => list.some((box) => !isEmpty(setOf([box])) && isIn(box.sourcePort, port))));
        expect(own.every((packet) => hasPoint(destinationPortsOf(set), packet.destinationPort))).toBe(true);
        expect(own.every((packet) => hasPoint(protocolsOf(set), packet.protocol))).toBe(true);
        if (set.family === 4) {
          expect(own.every((packet) => hasPoint(sourcesOf(set), packet.source) && hasPoint(destinationsOf(set), packet.destination))).toBe(true);
        } else {
          expect(own.every((packet) => hasPoint(sourcesOf(set), wide(packet.source)) && hasPoint(destinationsOf(set), wide(packet.destination)))).toBe(true);
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
        let rest: TrafficSet = typeof one.source === 'number' ? onePacket(packet) : onePacket({ ...packet, source: wide(packet.source), destination: wide(packet.destination) });
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

describe('families', () => {
  const four = allTraffic(4);
  const six = allTraffic(6);

  test('never mix', () => {
    expect(isEmpty(intersect(four, six))).toBe(true);
    expect(subtract(four, six)).toBe(four);
    expect(splitBy(four, box6())).toEqual({ inside: noTraffic(4), outside: four });
    expect(splitBy(six, box4())).toEqual({ inside: noTraffic(6), outside: six });
    expect(contains(four, { source: 1n, destination: 1n, protocol: 6, sourcePort: 1, destinationPort: 1 })).toBe(false);
    expect(equals(four, six)).toBe(false);
    expect(equals(noTraffic(4), noTraffic(6))).toBe(true);
    expect(() => union<TrafficSet>(four, six)).toThrow(TypeError);
    expect(() => withSource(four as TrafficSet, [1n, 2n])).toThrow(TypeError);
  });

  test('all traffic minus all traffic is none', () => {
    expect(subtract(four, four)).toBe(noTraffic(4));
    expect(subtract(six, six)).toBe(noTraffic(6));
    expect(isSubset(noTraffic(4), noTraffic(6))).toBe(true);
  });

  test('the union of many', () => {
    const parts = [80, 443, 80].map((port) => traffic4({ destinationPort: portRange(port, port) }));
    expect(destinationPortsOf(unionAll(4, parts))).toEqual([[80, 81], [443, 444]]);
    expect(unionAll(6, [])).toBe(noTraffic(6));
  });
});

describe('identity: what does not change is not copied', () => {
  const web = traffic4({ protocol: [6, 7], destinationPort: portRange(443, 443) });

  test('a rule beside the set, and a rule around it', () => {
    const beside = splitBy(web, box4({ destinationPort: portRange(80, 80) }));
    expect(beside.outside).toBe(web);
    expect(beside.inside).toBe(noTraffic(4));
    const around = splitBy(web, box4());
    expect(around.inside).toBe(web);
    expect(around.outside).toBe(noTraffic(4));
  });

  test('the same for several boxes and for sets', () => {
    const two = traffic4({ destinationPort: portRange(80, 80) }, { destinationPort: portRange(443, 443) });
    expect(splitBy(two, box4({ destinationPort: portRange(22, 22) })).outside).toBe(two);
    expect(splitBy(two, box4()).inside).toBe(two);
    expect(splitBySet(two, traffic4({ destinationPort: portRange(22, 22) })).outside).toBe(two);
    expect(union(two, noTraffic(4))).toBe(two);
    expect(union(two, web)).toBe(two);
  });

  test('an empty matcher matches nothing', () => {
    expect(splitBy(web, box4({ destinationPort: [443, 443] }))).toEqual({ inside: noTraffic(4), outside: web });
  });
});

describe('replies', () => {
  test('a TCP packet turns round with its ports', () => {
    const there = onePacket({ source: 10, destination: 20, protocol: 6, sourcePort: 40_000, destinationPort: 443 });
    expect(samplePacket(swapEnds(there))).toEqual({ source: 20, destination: 10, protocol: 6, sourcePort: 443, destinationPort: 40_000 });
  });

  test('an ICMP packet keeps type and code where they are', () => {
    const echo = traffic4({ source: [10, 11], destination: [20, 21], protocol: [1, 2], destinationPort: icmpRange(8, 0) });
    expect(swapEnds(echo).boxes).toEqual([{ source: [20, 21], destination: [10, 11], protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(8, 0) }]);
  });

  test('all traffic of one pair turns round as one box', () => {
    const pair = traffic4({ source: [10, 11], destination: [20, 21] });
    expect(swapEnds(pair).boxes).toHaveLength(1);
  });
});

test('compacting undoes what cutting did', () => {
  const hole = box4({ source: [10, 20], destinationPort: portRange(80, 90) });
  const { inside, outside } = splitBy(allTraffic(4), hole);
  expect(compact(union(outside, inside)).boxes).toEqual([box4()]);
});

test('a protocol can be replaced', () => {
  const set = withProtocol(traffic4({ protocol: [6, 7] }, { protocol: [17, 18] }), [1, 2]);
  expect(set.boxes).toEqual([box4({ protocol: [1, 2] })]);
});

/** Rules in order, first match decides: the shape of a network ACL. */
describe('a rule as a box', () => {
  const read = (text: string): Cidr => {
    const parsed = parseCidr(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.cidr;
  };

  test('matches its block and its port, of its own family', () => {
    const headers = matchHeaders({ protocol: 'tcp', fromPort: 22 });
    expect(matcherBox({ cidr: read('10.0.0.0/8'), end: 'source', headers })).toEqual(box4({ source: [10 * 2 ** 24, 11 * 2 ** 24], protocol: [6, 7], destinationPort: [22, 23] }));
    expect(matcherBox({ cidr: read('0.0.0.0/0'), end: 'destination' })).toEqual(box4());
    expect(matcherBox({ cidr: read('::/0'), end: 'destination' })).toEqual(box6());
  });

  test('100 deny tcp 22, 110 allow all: 22 is denied, 23 is allowed', () => {
    const everywhere = read('0.0.0.0/0');
    const deny = matcherBox({ cidr: everywhere, end: 'source', headers: matchHeaders({ protocol: 'tcp', fromPort: 22 }) });
    const { inside: denied, outside: rest } = splitBy(allTraffic(4), deny);
    const { inside: allowed, outside: unmatched } = splitBy(rest, matcherBox({ cidr: everywhere, end: 'source' }));
    const ssh = { source: 1, destination: 2, protocol: 6, sourcePort: 40_000, destinationPort: 22 };
    expect([contains(denied, ssh), contains(allowed, ssh)]).toEqual([true, false]);
    expect([contains(denied, { ...ssh, destinationPort: 23 }), contains(allowed, { ...ssh, destinationPort: 23 })]).toEqual([false, true]);
    expect(isEmpty(unmatched)).toBe(true);
  });
});
