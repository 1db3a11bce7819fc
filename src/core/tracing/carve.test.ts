import { describe, expect, test } from 'vitest';
import { ALL_PORTS, icmpRange } from '../address/ports.ts';
import type { AnyBox } from '../filtering/rule-match.ts';
import { carveOf, replyMap, replyTo } from './carve.ts';

const box = (given: Partial<AnyBox>): AnyBox => ({ source: [1, 2], destination: [3, 4], protocol: [6, 7], sourcePort: [1024, 65_536], destinationPort: [443, 444], ...given });
const parcel = (given: Partial<AnyBox>) => ({ now: box(given), asked: box(given), replaced: [] });

describe('the reply to', () => {
  const back = { source: [3, 4], destination: [1, 2] } as const;
  // RFC 792: 8 is echo, 0 its reply. RFC 4443: 128 and 129.
  test.each<[string, Partial<AnyBox>, 4 | 6, Partial<AnyBox>]>([
    ['TCP goes to the port it came from', {}, 4, { ...back, sourcePort: [443, 444], destinationPort: [1024, 65_536] }],
    ['all protocols does too', { protocol: [0, 256] }, 4, { ...back, protocol: [0, 256], sourcePort: [443, 444], destinationPort: [1024, 65_536] }],
    ['an echo is an echo reply', { protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(8) }, 4, { ...back, protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(0, 0) }],
    ['an echo of IPv6 is an echo reply', { protocol: [58, 59], sourcePort: ALL_PORTS, destinationPort: icmpRange(128) }, 6, { ...back, protocol: [58, 59], sourcePort: ALL_PORTS, destinationPort: icmpRange(129, 0) }],
    ['another message is of its type', { protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(13) }, 4, { ...back, protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(13) }],
    ['a type below is of its type', { protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(5) }, 4, { ...back, protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: icmpRange(5) }],
    ['types around the echo keep theirs', { protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: [icmpRange(7)[0], icmpRange(8)[1]] }, 4, { ...back, protocol: [1, 2], sourcePort: ALL_PORTS, destinationPort: [icmpRange(7)[0], icmpRange(8)[1]] }],
  ])('%s', (_, given, family, expected) => {
    expect(replyTo(parcel(given), family).now).toEqual(box(expected));
  });
});

describe('cutting a parcel', () => {
  const map = { source: 'source', destination: 'destination', sourcePort: 'sourcePort', destinationPort: 'destinationPort' } as const;
  test.each<[string, Partial<AnyBox>]>([
    ['its protocol', { protocol: [17, 18] }],
    ['its source', { source: [1, 1.5] }],
    ['its destination', { destination: [3, 3.5] }],
    ['the port it comes from', { sourcePort: [2000, 3000] }],
    ['the port it goes to', { destinationPort: [443, 443.5] }],
  ])('%s cuts what was asked alike', (_, cut) => {
    expect(carveOf({ map })(parcel({ protocol: [0, 256] }), box({ protocol: [0, 256], ...cut })).asked).toEqual(box({ protocol: [0, 256], ...cut }));
  });

  test('what a translation replaced is not cut from what was asked', () => {
    const cut = carveOf({ map: { ...map, source: undefined } })(parcel({}), box({ source: [9, 10] }));
    expect(cut.asked.source).toEqual([1, 2]);
    expect(cut.now.source).toEqual([9, 10]);
  });

  test('of a reply, the source is what was asked as destination; ICMP has no ports', () => {
    expect(replyMap(map, true)).toEqual({ source: 'destination', destination: 'source', sourcePort: 'destinationPort', destinationPort: 'sourcePort' });
    expect(replyMap(map, false)).toEqual({ source: 'destination', destination: 'source', sourcePort: undefined, destinationPort: undefined });
  });
});
