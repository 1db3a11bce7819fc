import { cidrsOf, formatCidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { formatHeaders } from '../address/ports.ts';
import { traffic4, traffic6, type Box, type TrafficSet } from '../address/traffic-set.ts';
import { groupBy } from '../diagnosis/role/group-by.ts';
import type { AnyBox } from '../filtering/rule-match.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Design } from '../model/design.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import { resolveEndpoint } from '../tracing/resolve-endpoint.ts';
import { traceRoundTrip } from '../tracing/round-trip.ts';
import { commonFamilies, startFlights } from '../tracing/start-flights.ts';
import type { Reach } from './reach.ts';

const INTERNET = 'internet';
/** Destinations in the internet are named up to this many blocks; what is more is "the internet". */
const MOST_BLOCKS_NAMED = 3;

const toSet = (family: 4 | 6, boxes: readonly AnyBox[]): TrafficSet => (family === 4 ? traffic4(...(boxes as readonly Box<number>[])) : traffic6(...(boxes as readonly Box<bigint>[])));

/** What the machines of a subnet reach in the internet: all that arrives there and is answered, once per family. */
export function readOutbound(design: Design, subnet: string): readonly Reach[] {
  const lookup = buildLookup(design);
  const source = resolveEndpoint(lookup, subnet, 'source');
  // A subnet that only one of the two designs has reaches nothing in the other.
  if (!source.ok) return [];
  const internet: Endpoint = { kind: 'internet', range: undefined };
  return commonFamilies(source.value, internet).flatMap((family) => {
    const started = startFlights(source.value, internet, { from: subnet, to: INTERNET, protocol: 'all', family });
    if (!started.ok) return [];
    const arriving = traceRoundTrip({ lookup, policy: 'strict' }, started.value).filter(({ blocks }) => blocks.length === 0);
    return [{ resource: INTERNET, traffic: toSet(family, arriving.flatMap(({ asked }) => asked)) }];
  });
}

const blocksOf = ({ destination }: AnyBox): readonly string[] => cidrsOf(destination as Interval<number> | Interval<bigint>).map(formatCidr);

/** The boxes of one kind of traffic by what they reach: a few blocks, or the internet as a whole. */
function splitBoxes(boxes: readonly AnyBox[]): readonly (readonly [string, AnyBox])[] {
  const named = new Set(boxes.flatMap(blocksOf));
  const areFew = named.size <= MOST_BLOCKS_NAMED && ![...named].some((block) => block.endsWith('/0'));
  return boxes.flatMap((box) => (areFew ? blocksOf(box) : [INTERNET]).map((resource) => [resource, box] as const));
}

/** The same reach by what is reached. The internet itself is many boxes: what is private or reserved is not in it. */
export function splitByDestination({ traffic }: Reach): readonly Reach[] {
  const parts = groupBy<AnyBox>(traffic.boxes, formatHeaders).flatMap(splitBoxes);
  return groupBy(parts, ([resource]) => resource).map((members) => ({ resource: members[0][0], traffic: toSet(traffic.family, members.map(([, box]) => box)) }));
}
