import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import { startFlights } from '../tracing/start-flights.ts';
import { traceRoundTrip } from '../tracing/round-trip.ts';

const PORTS = [443, 80] as const;

/**
 * Whether an interface can reach package repositories, by the evaluator itself: TCP 443 or 80 to the internet, and back.
 * Part of the internet is enough, because rules may name the repositories' own blocks.
 */
export function canReachRepositories(lookup: Lookup, entry: InterfaceEntry): 'yes' | 'no' | 'unknown' {
  let isUnknown = false;
  for (const port of PORTS) {
    const starts = startFlights(
      { kind: 'interfaces', interfaces: [entry], address: undefined, via: 'private' },
      { kind: 'internet', range: undefined },
      { from: entry.id, to: 'internet', protocol: 'tcp', port },
    );
    if (!starts.ok) continue;
    const outcomes = traceRoundTrip({ lookup, policy: 'strict' }, starts.value);
    if (outcomes.some(({ blocks }) => blocks.length === 0)) return 'yes';
    isUnknown ||= outcomes.some(({ blocks }) => blocks.some(({ certainty }) => certainty === 'unknown'));
  }
  return isUnknown ? 'unknown' : 'no';
}
