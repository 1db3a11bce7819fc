import { blockAt, passOn, type BlockInput, type TraceContext } from './advance.ts';
import type { Flight, Place } from './flight.ts';

/** The network behind a gateway is the end of what a design holds. What asks for the internet may go on there, or not. */
export function landOnPremises(context: TraceContext, flight: Flight, gateway: Extract<Flight['aim'], { kind: 'on-premises' }>['gateway']): Flight {
  const place: Place = { at: 'landed', where: { kind: 'on-premises', gateway } };
  if (flight.aim.kind !== 'internet') return passOn(flight, { place });
  const block: BlockInput = { component: 'vpn-gateway', resource: gateway, code: 'X_INTERNET_THROUGH_ON_PREMISES', certainty: 'unknown', subject: { target: gateway } };
  return blockAt(context, flight, { block, next: { at: 'landed', where: { kind: 'internet' } } });
}
