import type { InterfaceEntry } from '../../lookup/entries.ts';
import { blockAt, type TraceContext } from '../advance.ts';
import type { Flight } from '../flight.ts';
import { takeByEndpoint } from './take-by-endpoint.ts';
import { takeByListener } from './take-by-listener.ts';

/**
 * Services whose interfaces open connections or pass traffic on, and accept none: Lambda functions (Lambda guide,
 * configuration-vpc), transit gateway attachments, NAT gateways.
 */
const ACCEPTS_NONE = new Set(['lambda', 'transit_gateway', 'transit-gateway', 'nat_gateway', 'nat-gateway']);

/** A request was let in at an interface: what its holder takes of it. A machine takes everything; what listens is judged elsewhere. */
export function receive(context: TraceContext, flight: Flight, entry: InterfaceEntry): readonly Flight[] {
  if (flight.leg === 'reply') return [flight];
  const { holder } = entry;
  switch (holder.kind) {
    case 'load-balancer':
      return takeByListener(context, flight, { entry, id: holder.id, balancer: holder.loadBalancer });
    case 'vpc-endpoint':
      return takeByEndpoint(context, flight, { id: holder.id, endpoint: holder.endpoint });
    case 'service': {
      if (!ACCEPTS_NONE.has(holder.owner)) return [flight];
      const step = { step: 'gateway', resource: entry.id, detail: { kind: 'gateway', word: holder.owner } } as const;
      return [blockAt(context, flight, { block: { component: 'service', resource: entry.id, code: 'X_ACCEPTS_NO_CONNECTIONS', subject: { target: holder.owner } }, step, next: flight.place })];
    }
    default:
      return [flight];
  }
}
