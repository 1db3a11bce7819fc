import { publicAccessBlock } from '../../tracing/public-access.ts';
import type { Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { leadsToInternet } from './internet-routes.ts';
import { publicInterfacesIn } from './public-interfaces.ts';

/** Whether something in a subnet uses its route to an internet gateway. */
function isOnInternet(lookup: Lookup, subnet: SubnetEntry): boolean {
  const hasNat = subnet.vpc.natGateways.some((gateway) => gateway.subnet === subnet);
  const hasBalancer = [...lookup.loadBalancers.values()].some(({ value }) => value.scheme === 'internet-facing' && value.subnets.includes(subnet.id));
  return hasNat || hasBalancer || publicInterfacesIn(lookup, subnet).length > 0;
}

/** The subnets of a VPC with a way to the internet that VPC Block Public Access closes for connections from there. */
export const closedSubnets = (lookup: Lookup, vpc: VpcEntry): readonly SubnetEntry[] =>
  vpc.subnets.filter((subnet) => leadsToInternet(lookup, subnet.routeTable?.id) && isOnInternet(lookup, subnet) && publicAccessBlock({ vpc, subnet, by: 'inbound' }) !== undefined);
