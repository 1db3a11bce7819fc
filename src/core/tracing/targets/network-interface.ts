import { passOn } from '../advance.ts';
import type { Flight } from '../flight.ts';
import { blockByRoute } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/**
 * The route sends traffic to an interface that is not its destination: with the source/destination check on it is
 * dropped; without, what the appliance behind it does is not in the design.
 */
export function forwardToNetworkInterface(input: TargetInput<'network-interface'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const isItsOwn = flight.parcels.every(({ now }) => target.entry.addresses.some(({ address }) => now.destination[0] === address));
  if (isItsOwn) return [passOn(flight, { place: { at: 'subnet-in', subnet: target.entry.subnet, isCrossed: target.entry.subnet !== subnet } })];
  if (target.entry.value.sourceDestinationCheck) return [blockByRoute(context, flight, { subnet, route, code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION' })];
  return [blockByRoute(context, flight, { subnet, route, code: 'X_APPLIANCE_NOT_MODELLED', certainty: 'unknown' })];
}
