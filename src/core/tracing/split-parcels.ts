import { commonPart, intervalsMeet, precedes, type Interval } from '../address/interval.ts';
import type { Field, Flight, TracedParcel } from './flight.ts';
import { carveOf, withField } from './carve.ts';

/** Parcels whose field lies in an interval, and the rest. */
export interface SplitParcels {
  readonly inside: readonly TracedParcel[];
  readonly outside: readonly TracedParcel[];
}

/** Splits parcels by one interval of addresses of their source or destination. */
export function splitByField(flight: Pick<Flight, 'map'>, parcels: readonly TracedParcel[], by: { readonly field: Field & ('source' | 'destination'); readonly range: Interval }): SplitParcels {
  const carve = carveOf(flight);
  const inside: TracedParcel[] = [];
  const outside: TracedParcel[] = [];
  for (const parcel of parcels) {
    const whole = parcel.now[by.field];
    if (!intervalsMeet(whole, by.range)) {
      outside.push(parcel);
      continue;
    }
    const common = commonPart(whole, by.range);
    inside.push(common === whole ? parcel : carve(parcel, withField(parcel.now, by.field, common)));
    if (precedes(whole[0], common[0])) outside.push(carve(parcel, withField(parcel.now, by.field, [whole[0], common[0]])));
    if (precedes(common[1], whole[1])) outside.push(carve(parcel, withField(parcel.now, by.field, [common[1], whole[1]])));
  }
  return { inside, outside };
}

/** Splits parcels by several intervals of addresses; those of the other family meet nothing. */
export function splitByRanges(flight: Pick<Flight, 'map' | 'family'>, parcels: readonly TracedParcel[], by: { readonly field: Field & ('source' | 'destination'); readonly ranges: Iterable<Interval> }): SplitParcels {
  const point = flight.family === 4 ? 'number' : 'bigint';
  const inside: TracedParcel[] = [];
  let outside = parcels;
  for (const range of by.ranges) {
    if (typeof range[0] !== point) continue;
    const split = splitByField(flight, outside, { field: by.field, range });
    inside.push(...split.inside);
    outside = split.outside;
  }
  return { inside, outside };
}

/** The interval that holds one address. */
export function onlyAddress(address: number | bigint): Interval {
  return typeof address === 'number' ? [address, address + 1] : [address, address + 1n];
}

/** Whether an interval holds a single address. */
export function isOneAddress([start, end]: Interval): boolean {
  return typeof start === 'number' ? Number(end) - start === 1 : BigInt(end) - start === 1n;
}

/** Whether a field of every parcel is the same single address; then that address. */
export function commonAddress(parcels: readonly TracedParcel[], field: 'source' | 'destination'): number | bigint | undefined {
  const [first, ...others] = parcels;
  if (!first || !isOneAddress(first.now[field])) return undefined;
  const address = first.now[field][0];
  return others.every(({ now }) => now[field][0] === address && isOneAddress(now[field])) ? address : undefined;
}

/** Splits parcels by one interval of destination ports. */
export function splitByPort(flight: Pick<Flight, 'map'>, parcels: readonly TracedParcel[], ports: Interval<number>): SplitParcels {
  const carve = carveOf(flight);
  const inside: TracedParcel[] = [];
  const outside: TracedParcel[] = [];
  const part = (parcel: TracedParcel, range: Interval<number>): TracedParcel => carve(parcel, withField(parcel.now, 'destinationPort', range));
  for (const parcel of parcels) {
    const [start, end] = parcel.now.destinationPort;
    const [first, last] = [Math.max(start, ports[0]), Math.min(end, ports[1])];
    if (first >= last) {
      outside.push(parcel);
      continue;
    }
    inside.push(first === start && last === end ? parcel : part(parcel, [first, last]));
    if (start < first) outside.push(part(parcel, [start, first]));
    if (last < end) outside.push(part(parcel, [last, end]));
  }
  return { inside, outside };
}
