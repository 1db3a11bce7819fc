import { commonFamilies, startFlights } from '../tracing/start-flights.ts';
import { traceRoundTrip, type Outcome } from '../tracing/round-trip.ts';
import type { Case } from './case.ts';
import { explainBlock } from './explain-block.ts';

const arrives = (outcomes: readonly Outcome[]): boolean => outcomes.length > 0 && outcomes.every(({ blocks }) => blocks.length === 0);

/** What the same question would be answered over IPv6, where both ends have it and the answer differs from that over IPv4. */
export function assumeAboutIpv6(given: Case): readonly string[] {
  const { lookup, from, to, question, outcomes } = given;
  if (commonFamilies(from, to).length < 2) return [];
  const starts = startFlights(from, to, { ...question, family: 6 });
  if (!starts.ok) return [];
  const overIpv6 = traceRoundTrip({ lookup, policy: 'strict' }, starts.value);
  if (arrives(overIpv6) === arrives(outcomes)) return [];
  const [block] = overIpv6.flatMap(({ blocks }) => blocks);
  return [arrives(overIpv6) ? 'This is about IPv4; over IPv6 the request arrives and the reply comes back.' : `This is about IPv4; over IPv6 it does not arrive. ${block ? explainBlock(lookup, block) : ''}`.trim()];
}
