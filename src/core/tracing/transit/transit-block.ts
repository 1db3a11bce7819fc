import type { ResourceId } from '../../model/ids.ts';
import type { BlockerComponent } from '../../findings/diagnosis.ts';
import { blockAt, formatAddresses, towardsAim, type TraceContext } from '../advance.ts';
import type { BlockSubject, Flight } from '../flight.ts';

export interface TransitFault {
  readonly component: BlockerComponent;
  readonly resource: string;
  readonly row?: string;
  readonly code: string;
  readonly certainty?: 'unknown';
  readonly subject?: BlockSubject;
}

/** Something stops traffic at a transit gateway; a persistent walk goes on straight to whom it is meant for. */
export function stopInTransit(context: TraceContext, flight: Flight, fault: TransitFault): Flight {
  const [first] = flight.parcels;
  const subject = { ...(first && { destination: formatAddresses(first.now.destination) }), ...fault.subject };
  return blockAt(context, flight, { block: { ...fault, subject }, next: towardsAim(flight, undefined) });
}

/** Lets the sentence of a block name a gateway. */
export const target = (id: ResourceId | undefined): BlockSubject => (id === undefined ? {} : { target: id });
