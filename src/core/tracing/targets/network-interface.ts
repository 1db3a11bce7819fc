import { NOWHERE, passOn, towardsAim } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { faultOfAppliance } from '../judge-appliance.ts';
import { passNetworkAcl } from '../pass-network-acl.ts';
import { passSecurityGroups } from '../pass-security-groups.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/** Whatever runs behind an interface, its network ACL and groups judge what comes to it; how it goes on from there is not known. */
function judgeDoor({ context, subnet, target: { entry } }: TargetInput<'network-interface'>, noted: Flight): readonly Flight[] {
  const next: Place = towardsAim(noted, subnet);
  const entered = entry.subnet === subnet ? [noted] : passNetworkAcl(context, noted, { subnet: entry.subnet, direction: 'inbound', next: noted.place });
  return entered.flatMap((flight) => passSecurityGroups(context, flight, { interface: entry, direction: 'inbound', next }));
}

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
  const next: Place = { at: 'appliance-in', interface: entry };
  if (fault?.certainty === 'unknown' && context.policy === 'persist') return judgeDoor(input, blockByRoute(context, flight, { subnet, route, ...fault, next }));
  if (fault) return [blockByRoute(context, flight, { subnet, route, ...fault, ...(fault.code === 'X_NAT_ROUTE_LOOP' && { next: NOWHERE }) })];
  const routed = passOn(flight, { place: next, step: routeStep(subnet, route) });
  return entry.subnet === subnet ? [routed] : passNetworkAcl(context, routed, { subnet: entry.subnet, direction: 'inbound', next });
}
