import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../address/interval.ts';
import type { AnyBox } from '../filtering/rule-match.ts';
import type { TracedParcel } from './flight.ts';
import { commonAddress, isOneAddress, splitByField, splitByPort, splitByRanges } from './split-parcels.ts';

const map = { source: 'source', destination: 'destination', sourcePort: 'sourcePort', destinationPort: 'destinationPort' } as const;
const box = (given: Partial<AnyBox>): AnyBox => ({ source: [1, 2], destination: [0, 100], protocol: [6, 7], sourcePort: [0, 65_536], destinationPort: [0, 100], ...given });
const parcel = (given: Partial<AnyBox>): TracedParcel => ({ now: box(given), asked: box(given), replaced: [] });
const interval = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 })).map(([start, size]): Interval<number> => [start, start + size]);

/** Every number an interval holds. */
const numbersIn = ([start, end]: Interval): readonly number[] => Array.from({ length: Number(end) - Number(start) }, (_, index) => Number(start) + index);
const numbersOf = (parcels: readonly TracedParcel[], field: 'destination' | 'destinationPort'): readonly number[] => parcels.flatMap(({ now }) => numbersIn(now[field])).sort((a, b) => a - b);
const isIn = (number: number, ranges: readonly Interval[]): boolean => ranges.some(([start, end]) => number >= Number(start) && number < Number(end));

describe('parts inside and outside', () => {
  test('by addresses: each number is in exactly one part, and in the right one; what was asked is cut alike', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 4 }), interval, (wholes, range) => {
        const parcels = wholes.map((destination) => parcel({ destination }));
        const { inside, outside } = splitByField({ map }, parcels, { field: 'destination', range });
        const all = numbersOf(parcels, 'destination');
        expect(numbersOf(inside, 'destination')).toEqual(all.filter((number) => isIn(number, [range])));
        expect(numbersOf(outside, 'destination')).toEqual(all.filter((number) => !isIn(number, [range])));
        for (const { now, asked } of [...inside, ...outside]) expect(asked.destination).toEqual(now.destination);
      }),
    );
  });

  test('by several ranges, those of the other family passed over', () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 4 }), (destination, ranges) => {
        const mixed: readonly Interval[] = [[0n, 50n], ...ranges];
        const { inside, outside } = splitByRanges({ map, family: 4 }, [parcel({ destination })], { field: 'destination', ranges: mixed });
        expect(numbersOf(inside, 'destination')).toEqual(numbersIn(destination).filter((number) => isIn(number, ranges)));
        expect(numbersOf(outside, 'destination')).toEqual(numbersIn(destination).filter((number) => !isIn(number, ranges)));
      }),
    );
  });

  test('by ports', () => {
    fc.assert(
      fc.property(interval, interval, (destinationPort, ports) => {
        const { inside, outside } = splitByPort({ map }, [parcel({ destinationPort })], ports);
        expect(numbersOf(inside, 'destinationPort')).toEqual(numbersIn(destinationPort).filter((number) => isIn(number, [ports])));
        expect(numbersOf(outside, 'destinationPort')).toEqual(numbersIn(destinationPort).filter((number) => !isIn(number, [ports])));
        for (const { now, asked } of [...inside, ...outside]) expect(asked.destinationPort).toEqual(now.destinationPort);
      }),
    );
  });

  test('what lies inside whole stays the object it was, for what is remembered of it', () => {
    const whole = parcel({ destination: [10, 20], destinationPort: [10, 20] });
    expect(splitByField({ map }, [whole], { field: 'destination', range: [10, 20] }).inside[0]).toBe(whole);
    expect(splitByPort({ map }, [whole], [10, 20]).inside[0]).toBe(whole);
  });
});

describe('one address', () => {
  test.each<[string, readonly Interval[], number | bigint | undefined]>([
    ['of one parcel', [[7, 8]], 7],
    ['of two alike', [[7, 8], [7, 8]], 7],
    ['not of two that differ', [[7, 8], [8, 9]], undefined],
    ['not of one that starts there and goes on', [[7, 8], [7, 9]], undefined],
    ['not where the first goes on', [[7, 9], [7, 8]], undefined],
    ['of IPv6', [[7n, 8n], [7n, 8n]], 7n],
    ['of nothing', [], undefined],
  ])('%s', (_what, destinations, expected) => {
    expect(commonAddress(destinations.map((destination) => parcel({ destination })), 'destination')).toBe(expected);
  });

  test.each<[Interval, boolean]>([
    [[7, 8], true],
    [[7, 9], false],
    [[7n, 8n], true],
    [[7n, 9n], false],
  ])('%s: %s', (range, expected) => {
    expect(isOneAddress(range)).toBe(expected);
  });
});
