import type { Lookup } from '../../lookup/entries.ts';
import type { DbSubnetGroup } from '../../model/resources/index.ts';

/** The Availability Zones that the known subnets of a DB subnet group are in. */
export function zonesOf(lookup: Lookup, { subnets }: DbSubnetGroup): ReadonlySet<string> {
  return new Set(subnets.flatMap((id) => lookup.subnets.get(id)?.value.availabilityZone ?? []));
}
