import { readCidr } from '../../address/cidr.ts';
import { compileRouteTable, type CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { Entry, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { isUsed } from './unused-routes.ts';
import { routeUsesOf, subnetsOfTable, type RouteUse } from './uses.ts';

/** The written route of a table for 0.0.0.0/0 or ::/0, where it decides something. */
export function defaultRouteOf(lookup: Lookup, table: ResourceId, family: 4 | 6): RouteUse | undefined {
  return routeUsesOf(lookup, table).find(({ row, route }) => {
    const cidr = readCidr(route.destination);
    return cidr?.family === family && cidr.prefixLength === 0 && isUsed(lookup, table, row);
  });
}

/** The routes of a table for IPv6 that lead out of its VPC, longest prefix first. */
export const ipv6WaysOut = (lookup: Lookup, vpc: VpcEntry, table: Entry<RouteTable>): readonly CompiledRoute[] =>
  compileRouteTable(lookup, vpc, table).routes[6].filter(({ target }) => target.kind !== 'local');

const isIpv6Subnet = ({ blocks }: SubnetEntry): boolean => blocks.some(({ family }) => family === 6);

/** A route table in use, and those of its subnets that have an IPv6 block. */
export interface Ipv6Table {
  readonly table: Entry<RouteTable>;
  readonly vpc: VpcEntry;
  readonly subnets: readonly SubnetEntry[];
}

function collect(lookup: Lookup): readonly Ipv6Table[] {
  return lookup.byKind['route-table'].flatMap((table): readonly Ipv6Table[] => {
    const subnets = (subnetsOfTable(lookup).get(table.id) ?? []).filter(isIpv6Subnet);
    const vpc = lookup.vpcs.get(table.value.vpc);
    return vpc && subnets.length > 0 ? [{ table, vpc, subnets }] : [];
  });
}

/** The route tables that subnets with IPv6 use. */
export const ipv6Tables = oncePerLookup(collect);

/** Whether an interface of the subnet holds an IPv6 address, or those to come will. */
export const takesIpv6 = ({ value, interfaces }: SubnetEntry): boolean =>
  value.assignIpv6AddressOnCreation === true || interfaces.some(({ addresses }) => addresses.some(({ address }) => typeof address === 'bigint'));
