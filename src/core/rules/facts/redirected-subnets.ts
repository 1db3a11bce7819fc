import { contains } from '../../address/cidr.ts';
import { compileRouteTable, type CompiledRoute } from '../../forwarding/compile-route-table.ts';
import { edgeTableOf } from '../../lookup/edge-gateways.ts';
import type { Entry, InterfaceEntry, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** A subnet whose incoming traffic the table of a gateway sends to an appliance. */
export interface Redirection {
  readonly gateway: ResourceId;
  readonly edge: Entry<RouteTable>;
  readonly row: string;
  readonly appliance: InterfaceEntry;
  readonly subnet: SubnetEntry;
  readonly family: 4 | 6;
}

const gatewaysOf = (vpc: VpcEntry): readonly ResourceId[] => [...vpc.internetGateways, ...vpc.virtualPrivateGateways];

function redirectionsOf(lookup: Lookup, vpc: VpcEntry, gateway: ResourceId): readonly Redirection[] {
  const edge = edgeTableOf(lookup, vpc, gateway);
  if (!edge) return [];
  const { routes } = compileRouteTable(lookup, vpc, edge);
  return vpc.subnets.flatMap((subnet) =>
    subnet.blocks.flatMap((block): readonly Redirection[] => {
      const route = routes[block.family].find(({ cidr }) => contains(cidr, block));
      const appliance = route?.target.kind === 'network-interface' ? route.target.entry : undefined;
      return route && appliance && appliance.subnet !== subnet ? [{ gateway, edge, row: route.row, appliance, subnet, family: block.family }] : [];
    }),
  );
}

/** The subnets that are reached through an appliance, by gateway. */
export const redirections = oncePerLookup((lookup): readonly Redirection[] => [...lookup.vpcs.values()].flatMap((vpc) => gatewaysOf(vpc).flatMap((gateway) => redirectionsOf(lookup, vpc, gateway))));

/** The route by which a redirected subnet goes straight to the gateway, past the appliance. */
export function routePast(lookup: Lookup, { subnet, family, gateway }: Redirection): CompiledRoute | undefined {
  return compileRouteTable(lookup, subnet.vpc, subnet.routeTable).routes[family].find(({ target }) => target.kind !== 'local' && target.id === gateway);
}
