import { describe, expect, test } from 'vitest';
import { formatCount } from './format-count.ts';
import { ALL_PORTS, formatHeaders, formatIcmp, formatPorts, icmpRange, matchHeaders, portRange, readIcmp } from './ports.ts';
import { ALL_PROTOCOLS, hasPorts, isIcmp, protocolInterval, protocolLabel, protocolName, protocolNumber } from './protocol.ts';

describe('protocols', () => {
  test.each([
    ['tcp', 6],
    ['udp', 17],
    ['icmp', 1],
    ['icmpv6', 58],
    ['icmp6', 58],
    ['ipv6-icmp', 58],
    ['TCP', 6],
    [' udp ', 17],
    ['gre', 47],
    ['6', 6],
    [6, 6],
    [255, 255],
    [0, 0],
    ['all', undefined],
    ['-1', undefined],
    [-1, undefined],
    [256, undefined],
    [1.5, undefined],
    ['256', undefined],
    ['tpc', undefined],
    ['', undefined],
  ])('%j is protocol %j', (given, expected) => {
    expect(protocolNumber(given)).toBe(expected);
  });

  test("all means every number, also for AWS's -1", () => {
    expect([protocolInterval('all'), protocolInterval('-1'), protocolInterval(-1)]).toEqual([ALL_PROTOCOLS, ALL_PROTOCOLS, ALL_PROTOCOLS]);
    expect(protocolInterval('tcp')).toEqual([6, 7]);
    expect(protocolInterval('nonsense')).toBeUndefined();
  });

  test('every number has a name that means it', () => {
    for (let number = 0; number < 256; number += 1) expect(protocolNumber(protocolName(number))).toBe(number);
    expect(protocolLabel(6)).toBe('TCP');
    expect(protocolLabel(200)).toBe('protocol 200');
  });

  test('only TCP and UDP have ports, only the two ICMPs have types', () => {
    const numbers = Array.from({ length: 256 }, (_, number) => number);
    expect(numbers.filter(hasPorts)).toEqual([6, 17]);
    expect(numbers.filter(isIcmp)).toEqual([1, 58]);
  });
});

describe("what a rule's words mean", () => {
  test.each([
    [
      { protocol: 'all', fromPort: 80, toPort: 80 },
      { protocol: ALL_PROTOCOLS, destinationPort: ALL_PORTS },
    ],
    [
      { protocol: 'tcp', fromPort: 80, toPort: 80 },
      { protocol: [6, 7], destinationPort: [80, 81] },
    ],
    [
      { protocol: 'tcp', fromPort: 0, toPort: 65_535 },
      { protocol: [6, 7], destinationPort: [0, 65_536] },
    ],
    [
      { protocol: 'tcp', fromPort: 80 },
      { protocol: [6, 7], destinationPort: [80, 81] },
    ],
    [
      { protocol: 'tcp', toPort: 80 },
      { protocol: [6, 7], destinationPort: [80, 81] },
    ],
    [{ protocol: 'udp' }, { protocol: [17, 18], destinationPort: ALL_PORTS }],
    [
      { protocol: 6, fromPort: 22, toPort: 22 },
      { protocol: [6, 7], destinationPort: [22, 23] },
    ],
    [
      { protocol: 47, fromPort: 22, toPort: 22 },
      { protocol: [47, 48], destinationPort: ALL_PORTS },
    ],
    [{ protocol: 'icmp' }, { protocol: [1, 2], destinationPort: ALL_PORTS }],
    [
      { protocol: 'icmp', icmpType: 8 },
      { protocol: [1, 2], destinationPort: [2048, 2304] },
    ],
    [
      { protocol: 'icmp', icmpType: 3, icmpCode: 4 },
      { protocol: [1, 2], destinationPort: [772, 773] },
    ],
    [
      { protocol: 'icmpv6', icmpType: 128, fromPort: 5 },
      { protocol: [58, 59], destinationPort: [32_768, 33_024] },
    ],
  ])('%j', (words, expected) => {
    expect(matchHeaders(words)).toEqual(expected);
  });

  test('an unknown protocol matches nothing that can be said', () => {
    expect(matchHeaders({ protocol: 'carrier-pigeon' })).toBeUndefined();
  });
});

describe('text', () => {
  test.each([
    [portRange(443, 443), '443'],
    [portRange(1024, 65_535), '1024–65535'],
    [ALL_PORTS, 'all ports'],
  ])('ports %j are written %s', (ports, expected) => {
    expect(formatPorts(ports)).toBe(expected);
  });

  test.each([
    [icmpRange(8), 'type 8'],
    [icmpRange(3, 4), 'type 3 code 4'],
    [[768, 771] as const, 'type 3 codes 0–2'],
    [[0, 2304] as const, 'types 0–8'],
    [[772, 1025] as const, 'type 3 code 4 to type 4 code 0'],
    [ALL_PORTS, 'all types'],
  ])('ICMP %j is written %s', (values, expected) => {
    expect(formatIcmp(values)).toBe(expected);
  });

  test.each([
    [{ protocol: 'tcp', fromPort: 443 }, 'TCP 443'],
    [{ protocol: 'udp', fromPort: 1024, toPort: 65_535 }, 'UDP 1024–65535'],
    [{ protocol: 'tcp' }, 'TCP, all ports'],
    [{ protocol: 'all' }, 'all traffic'],
    [{ protocol: 'icmp', icmpType: 8 }, 'ICMP type 8'],
    [{ protocol: 'icmpv6' }, 'ICMPv6'],
    [{ protocol: 47 }, 'GRE'],
    [{ protocol: 201 }, 'protocol 201'],
  ])('%j is written %s', (words, expected) => {
    const match = matchHeaders(words);
    expect(match && formatHeaders(match)).toBe(expected);
  });

  test('mixed protocols are written as their numbers', () => {
    expect(formatHeaders({ protocol: [6, 18], destinationPort: portRange(53, 53) })).toBe('protocols 6–17, 53');
  });

  test('ICMP type and code come back out of their number', () => {
    expect(readIcmp(icmpRange(11, 0)[0])).toEqual({ type: 11, code: 0 });
  });

  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [65_536, '65,536'],
    [1_234_567, '1,234,567'],
    [1n << 64n, '18,446,744,073,709,551,616'],
  ])('%s is written %s', (count, expected) => {
    expect(formatCount(count)).toBe(expected);
  });
});
