import { boxesMeet, boxCovers, cutBox, type Box } from '../address/box.ts';
import type { Interval, Point } from '../address/interval.ts';
import { ALL_PORTS, matchHeaders, type HeaderMatch } from '../address/ports.ts';
import type { RuleTraffic } from '../model/fields.ts';

/** A box of either family; one design's boxes of IPv4 and of IPv6 never meet, because rules are kept per family. */
export type AnyBox = Box<Point>;
export type Family = 4 | 6;
export type Direction = 'inbound' | 'outbound';

/** Traffic on its way: `now` is its header here. What else the owner keeps with it, a carve has to carry along. */
export interface Parcel {
  readonly now: AnyBox;
}
/** Makes a parcel of a part of another one's traffic. */
export type Carve<P extends Parcel> = (parcel: P, now: AnyBox) => P;

/** One rule, ready for matching. `effect` is `unknown` where the rule names something the design does not hold. */
export interface MatchRule {
  readonly row: string;
  readonly effect: 'allow' | 'deny' | 'unknown';
  readonly boxes: readonly AnyBox[];
}

/** The parcels that one rule decided. */
export interface Ruling<P extends Parcel> {
  readonly rule: MatchRule;
  readonly parcels: readonly P[];
}

/** Every address of a family. */
export const ALL_ADDRESSES: Readonly<Record<Family, Interval>> = { 4: [0, 2 ** 32], 6: [0n, 1n << 128n] };

/** The boxes of a rule whose other end is `peers`; the near end is any address. */
export function boxesOfRule(words: RuleTraffic, where: { readonly direction: Direction; readonly family: Family; readonly peers: readonly Interval[] }): AnyBox[] {
  const match: HeaderMatch | undefined = matchHeaders(words);
  // A range that ends before it begins matches nothing, and an empty box must never meet another.
  if (!match || match.destinationPort[0] >= match.destinationPort[1]) return [];
  const any = ALL_ADDRESSES[where.family];
  return where.peers.map((peer) => ({
    source: where.direction === 'inbound' ? peer : any,
    destination: where.direction === 'inbound' ? any : peer,
    protocol: match.protocol,
    sourcePort: ALL_PORTS,
    destinationPort: match.destinationPort,
  }));
}

function takeMatching<P extends Parcel>(parcels: readonly P[], box: AnyBox, how: { readonly carve: Carve<P>; readonly taken: P[] }): readonly P[] {
  let rest: P[] | undefined;
  for (const [index, parcel] of parcels.entries()) {
    if (!boxesMeet(parcel.now, box)) {
      rest?.push(parcel);
      continue;
    }
    rest ??= parcels.slice(0, index);
    if (boxCovers(box, parcel.now)) {
      how.taken.push(parcel);
      continue;
    }
    const beside: AnyBox[] = [];
    how.taken.push(how.carve(parcel, cutBox(parcel.now, box, beside)));
    for (const now of beside) rest.push(how.carve(parcel, now));
  }
  return rest ?? parcels;
}

/**
 * Splits parcels over rules, first match first; what no rule matches comes back as `rest`. Security groups, which have no
 * order, use the same function: all their rules allow, so the first match is any match.
 */
export function matchFirst<P extends Parcel>(rules: readonly MatchRule[], parcels: readonly P[], carve: Carve<P>): { readonly rulings: readonly Ruling<P>[]; readonly rest: readonly P[] } {
  const rulings: Ruling<P>[] = [];
  let rest = parcels;
  for (const rule of rules) {
    if (rest.length === 0) break;
    const taken: P[] = [];
    for (const box of rule.boxes) rest = takeMatching(rest, box, { carve, taken });
    if (taken.length > 0) rulings.push({ rule, parcels: taken });
  }
  return { rulings, rest };
}
