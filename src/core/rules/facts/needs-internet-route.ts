import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { subnetsOfTable } from './uses.ts';

/** Whether something in a table's subnets counts on a route to an internet gateway: a NAT gateway or a load balancer. */
export function needsInternetRoute(lookup: Lookup, table: ResourceId): boolean {
  const subnets = new Set((subnetsOfTable(lookup).get(table) ?? []).map(({ id }) => id));
  const balancers = [...lookup.loadBalancers.values()].flatMap(({ value }) => value.subnets);
  const natGateways = [...lookup.natGateways.values()].flatMap(({ subnet }) => (subnet ? [subnet.id] : []));
  return [...balancers, ...natGateways].some((id) => subnets.has(id));
}
