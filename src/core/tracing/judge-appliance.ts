import type { InterfaceEntry } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Flight } from './flight.ts';

/** Why traffic that a route sends to an interface does not get through it. */
export interface ApplianceFault {
  readonly code: string;
  readonly certainty?: 'unknown';
}

const DOWN = new Set(['stopped', 'stopping', 'shutting-down', 'terminated']);

const isHeldByNobody = ({ holder, value }: InterfaceEntry): boolean => holder.kind === 'none' && value.attachment === undefined;

function faultOfForwarding(flight: Flight, { holder }: InterfaceEntry): ApplianceFault | undefined {
  const forwards = holder.kind === 'instance' ? holder.instance.forwards : undefined;
  if (forwards === undefined) return { code: 'X_APPLIANCE_NOT_MODELLED', certainty: 'unknown' };
  if (forwards === 'router') return undefined;
  if (flight.leg === 'reply') return { code: 'X_RETURN_ROUTE_ASYMMETRIC' };
  return flight.family === 6 ? { code: 'X_NAT_INSTANCE_IPV4' } : undefined;
}

/**
 * What keeps an interface from passing on what is not meant for it: the machine is off, so that the route is a blackhole, the
 * source/destination check is on, or nobody said that the machine forwards (VPC User Guide, VPC_NAT_Instance).
 */
export function faultOfAppliance(flight: Flight, entry: InterfaceEntry, sender: ResourceId | undefined): ApplianceFault | undefined {
  const { holder, value } = entry;
  if (isHeldByNobody(entry) || (holder.kind === 'instance' && DOWN.has(holder.instance.state))) return { code: 'BAD_STATE_ROUTE' };
  if (value.sourceDestinationCheck) return { code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION' };
  if (sender === entry.id) return { code: 'X_NAT_ROUTE_LOOP' };
  return faultOfForwarding(flight, entry);
}
