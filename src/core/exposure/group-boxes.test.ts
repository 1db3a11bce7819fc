import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxHas } from '../address/box.ts';
import { contains, fromIntervals } from '../address/interval-set.ts';
import type { Interval } from '../address/interval.ts';
import { publicIpv4 } from '../address/special-ranges.ts';
import { box4 } from '../address/traffic-set.ts';
import { formatSources, groupBoxes, type Reach } from './group-boxes.ts';

const boxOf = (source: Interval<number>, protocol: Interval<number>, destinationPort: Interval<number>) => box4({ source, protocol, destinationPort });
const TCP: Interval<number> = [6, 7];

const small = (limit: number): fc.Arbitrary<Interval<number>> => fc.tuple(fc.nat(limit), fc.integer({ min: 1, max: limit })).map(([start, length]) => [start, start + length]);
const boxes = fc.array(fc.tuple(small(12), fc.constantFrom<Interval<number>>([6, 7], [17, 18], [18, 256]), small(12)).map(([source, protocol, ports]) => boxOf(source, protocol, ports)), { maxLength: 6 });

const reaches = ({ protocol, sources, ports }: Reach, packet: { readonly source: number; readonly protocol: string; readonly port: number }): boolean =>
  protocol === packet.protocol && contains(sources, packet.source) && ports.some(([first, last]) => first <= packet.port && packet.port <= last);

const names: readonly (readonly [name: string, number: number])[] = [
  ['tcp', 6],
  ['udp', 17],
  ['18-255', 20],
];

describe('groupBoxes', () => {
  test('a packet is in exactly one row if it is in a box, and in none otherwise', () => {
    fc.assert(
      fc.property(boxes, fc.nat(30), fc.constantFrom(...names), fc.nat(30), (given, source, [protocol, number], port) => {
        const rows = groupBoxes(given).filter((row) => reaches(row, { source, protocol, port }));
        const isIn = given.some((box) => boxHas(box, { source, destination: 0, protocol: number, sourcePort: 0, destinationPort: port }));
        expect(rows).toHaveLength(isIn ? 1 : 0);
      }),
    );
  });

  test('ports that the same sources reach stand together, in order', () => {
    expect(groupBoxes([boxOf([10, 20], TCP, [443, 444]), boxOf([10, 20], TCP, [80, 81]), boxOf([10, 20], TCP, [81, 82])])).toEqual([{ protocol: 'tcp', sources: [[10, 20]], ports: [[80, 81], [443, 443]] }]);
  });

  test('no boxes give no rows', () => {
    expect(groupBoxes([])).toEqual([]);
  });
});

describe('formatSources', () => {
  test.each<readonly [name: string, sources: readonly Interval<number>[], blocks: readonly string[]]>([
    ['the whole internet', publicIpv4, ['0.0.0.0/0']],
    ['one address', [[0xc6336407, 0xc6336408]], ['198.51.100.7/32']],
    ['a range that is no block', [[0xc6336400, 0xc6336403]], ['198.51.100.0/31', '198.51.100.2/32']],
    ['gaps that nobody on the internet has are closed', [[9 * 2 ** 24, 10 * 2 ** 24], [11 * 2 ** 24, 12 * 2 ** 24]], ['9.0.0.0/8', '10.0.0.0/7']],
  ])('%s', (_name, sources, blocks) => {
    expect(formatSources(fromIntervals(sources))).toEqual(blocks);
  });

  test('every public IPv6 address is ::/0', () => {
    expect(formatSources([[0x2000n << 112n, 0x4000n << 112n]])).toEqual(['::/0']);
  });
});
