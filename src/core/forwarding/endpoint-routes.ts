import { formatAddress, rangeOf, readCidr, type Cidr } from '../address/cidr.ts';
import type { Lookup, VpcEntry } from '../lookup/entries.ts';
import { prefixListBlocks, serviceOfPrefixList } from '../lookup/prefix-lists.ts';
import { resolveTarget } from '../lookup/route-target.ts';
import { standInOfService } from '../lookup/stand-in-addresses.ts';
import { asResourceId } from '../model/ids.ts';
import type { Route, RouteTable } from '../model/resources/index.ts';
import type { CompiledRoute } from './compile-route-table.ts';

/** The row id of the route that a gateway endpoint puts into a table. */
export const endpointRow = (endpoint: string): string => `endpoint:${endpoint}`;

/** Whether a route leads a service's addresses to a gateway endpoint, be it one that the design lacks. */
export function isGatewayEndpointRoute(lookup: Lookup, { target, destination, isListed }: CompiledRoute): boolean {
  if (target.kind === 'vpc-endpoint') return target.endpoint.type === 'gateway';
  return isListed === true && 'id' in target && target.id.startsWith('vpce-') && serviceOfPrefixList(lookup, destination) !== undefined;
}

function blockOf(service: string): Cidr | undefined {
  return readCidr(`${formatAddress(standInOfService(service))}/32`);
}

function makeRoute(lookup: Lookup, vpc: VpcEntry, given: { readonly row: string; readonly route: Route; readonly cidr: Cidr }): CompiledRoute {
  const { row, route, cidr } = given;
  return { row, destination: route.destination, cidr, range: rangeOf(cidr), origin: 'static', target: resolveTarget(lookup, vpc, route), isListed: true };
}

/** The addresses that stand for a service whose prefix list a route names without its entries being known. */
export function standInRoutes(lookup: Lookup, vpc: VpcEntry, given: { readonly row: string; readonly route: Route }): readonly CompiledRoute[] {
  const target = lookup.resource(given.route.target);
  const service = target?.kind === 'vpc-endpoint' && target.type === 'gateway' ? target.service : serviceOfPrefixList(lookup, given.route.destination);
  const cidr = service === undefined ? undefined : blockOf(service);
  return cidr ? [makeRoute(lookup, vpc, { ...given, cidr })] : [];
}

/** The routes of the gateway endpoints that stand in a table; AWS keeps them itself, and they cannot be edited (PrivateLink guide, gateway-endpoints). */
export function endpointRoutes(lookup: Lookup, vpc: VpcEntry, table: { readonly id: string; readonly value: RouteTable } | undefined): readonly CompiledRoute[] {
  const endpoints = table === undefined ? [] : (lookup.gatewayEndpointsOfTable.get(asResourceId(table.id)) ?? []);
  return endpoints.flatMap(({ id, value }) => {
    if (Object.values(table?.value.routes ?? {}).some(({ target }) => target === id)) return [];
    const known = value.prefixList === undefined ? undefined : prefixListBlocks(lookup, value.prefixList);
    const blocks = known ?? [blockOf(value.service)].filter((cidr) => cidr !== undefined);
    const route: Route = { destination: value.prefixList ?? value.service, target: id, origin: 'static' };
    return blocks.map((cidr) => makeRoute(lookup, vpc, { row: endpointRow(id), route, cidr }));
  });
}
