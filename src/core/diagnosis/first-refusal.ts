import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import type { Question } from '../model/question.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import type { Block } from '../tracing/flight.ts';
import { traceRoundTrip, type Outcome } from '../tracing/round-trip.ts';
import { startFlights } from '../tracing/start-flights.ts';

/** What an interface itself opens. */
export interface Opened {
  readonly to: Endpoint;
  readonly question: Question;
}

/** The end that an interface is. */
export const senderOf = (sender: InterfaceEntry): Endpoint => ({ kind: 'interfaces', interfaces: [sender], address: undefined, via: 'private' });

/** How what an interface itself opens fares, by the evaluator; nothing where it cannot be asked. */
export function traceOpened(lookup: Lookup, sender: InterfaceEntry, { to, question }: Opened): readonly Outcome[] {
  const starts = startFlights(senderOf(sender), to, question);
  return starts.ok ? traceRoundTrip({ lookup, policy: 'strict' }, starts.value) : [];
}

/**
 * The first thing that stops what an interface itself opens, by the evaluator; nothing where part of it gets through or
 * where the design cannot tell.
 */
export function firstRefusal(lookup: Lookup, sender: InterfaceEntry, asked: Opened): Block | undefined {
  const blocks = traceOpened(lookup, sender, asked).map(({ blocks: [first] }) => first);
  return blocks.some((block) => block === undefined || block.certainty === 'unknown') ? undefined : blocks[0];
}
