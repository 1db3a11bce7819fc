import { describe, expect, test } from 'vitest';
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
  equals,
  intersect,
  isEmpty,
  isSubset,
  matcherBox,
  noTraffic,
  onePacket,
  samplePacket,
  splitBy,
  splitBySet,
  subtract,
  swapEnds,
  traffic4,
  union,
  unionAll,
  withProtocol,
  withSource,
} from './traffic-set.ts';
import type { TrafficSet } from './traffic-set.ts';

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
    expect(destinationPortsOf(unionAll(4, parts))).toEqual([
      [80, 81],
      [443, 444],
    ]);
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
    expect(swapEnds(echo).boxes).toEqual([
      { source: [20, 21], destination: [10, 11], protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(8, 0) },
    ]);
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
    expect(matcherBox({ cidr: read('10.0.0.0/8'), end: 'source', headers })).toEqual(
      box4({ source: [10 * 2 ** 24, 11 * 2 ** 24], protocol: [6, 7], destinationPort: [22, 23] }),
    );
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
