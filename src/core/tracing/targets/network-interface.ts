import { NOWHERE, passOn } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { faultOfAppliance } from '../judge-appliance.ts';
import { passNetworkAcl } from '../pass-network-acl.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/**
 * The route sends traffic to an interface that is not its destination: with the source/destination check on it is
 * dropped; without, a machine that is said to forward passes it on, and what any other does is not in the design.
 */
export function forwardToNetworkInterface(input: TargetInput<'network-interface'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const { entry } = target;
  const isItsOwn = flight.parcels.every(({ now }) => entry.addresses.some(({ address }) => now.destination[0] === address));
  if (isItsOwn) return [passOn(flight, { place: { at: 'subnet-in', subnet: entry.subnet, isCrossed: entry.subnet !== subnet } })];
  const fault = faultOfAppliance(flight, entry, input.sender);
  if (fault) return [blockByRoute(context, flight, { subnet, route, ...fault, ...(fault.code === 'X_NAT_ROUTE_LOOP' && { next: NOWHERE }) })];
  const next: Place = { at: 'appliance-in', interface: entry };
  const routed = passOn(flight, { place: next, step: routeStep(subnet, route) });
  return entry.subnet === subnet ? [routed] : passNetworkAcl(context, routed, { subnet: entry.subnet, direction: 'inbound', next });
}
