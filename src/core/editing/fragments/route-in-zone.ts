import type { ResourceId } from '../../model/ids.ts';
import type { NatGateway, Route, RouteTable } from '../../model/resources/index.ts';
import type { Draft, Entry } from '../draft.ts';
import { interfacesOf, routeTableOf } from '../members.ts';
import { uniqueName } from '../names.ts';
import { joinNames } from '../nouns.ts';
import { mapRows } from '../rows.ts';

/** A tier that was copied from one zone into another. */
export interface CopiedTier {
  readonly vpc: ResourceId;
  readonly from: string;
  readonly to: string;
  /** The copies. */
  readonly subnets: readonly ResourceId[];
  /** What the counterpart of a name in the other zone is called. */
  readonly rename: (name: string) => string;
}

/** The zone a target of routes stands in; `undefined` for what serves every zone. */
function zoneOfTarget(draft: Draft, target: Route['target']): string | undefined {
  const resource = draft.find(target);
  const subnet =
    resource?.kind === 'nat-gateway' || resource?.kind === 'network-interface'
      ? resource.subnet
      : resource?.kind === 'instance'
        ? interfacesOf(draft.design, target as ResourceId)[0]?.value.subnet
        : undefined;
  return draft.findOf(subnet, 'subnet')?.availabilityZone;
}

const isZonal = (draft: Draft, { from }: CopiedTier, { target }: Route): boolean => zoneOfTarget(draft, target) === from;

/** A NAT gateway of the other zone that does the same. */
function natGatewayIn(draft: Draft, { vpc, to }: CopiedTier, like: NatGateway): ResourceId | undefined {
  const found = draft.list('nat-gateway').find(({ value }) => {
    const subnet = draft.findOf(value.subnet, 'subnet');
    const isThere = subnet?.vpc === vpc && subnet.availabilityZone === to;
    return isThere && value.connectivity === like.connectivity && value.state === 'available';
  });
  return found?.id;
}

/** What does in the other zone what a target does in the first: any NAT gateway of its kind; of machines only the namesake. */
function counterpartOf(draft: Draft, tier: CopiedTier, target: Route['target']): ResourceId | undefined {
  const resource = draft.find(target);
  if (resource?.kind === 'nat-gateway') return natGatewayIn(draft, tier, resource);
  if (resource?.kind !== 'instance' && resource?.kind !== 'network-interface') return undefined;
  const name = tier.rename(resource.name);
  return draft.list(resource.kind).find(({ id, value }) => value.name === name && zoneOfTarget(draft, id) === tier.to)?.id;
}

const keyOfRoute = (destination: string, target: string): string => `${destination} ${target}`;

/** The routes of a table as they are in the other zone; `undefined` where that has nothing to send them to. */
function routesInZone(draft: Draft, tier: CopiedTier, routes: readonly Route[]): readonly string[] | undefined {
  const keys = routes.map((route) => {
    const target = isZonal(draft, tier, route) ? counterpartOf(draft, tier, route.target) : route.target;
    return target === undefined ? undefined : keyOfRoute(route.destination, target);
  });
  return keys.some((key) => key === undefined) ? undefined : keys.filter((key) => key !== undefined).sort();
}

/** A table of the VPC that sends everything where the first zone's table does, by way of the other zone. */
function tableWithRole(draft: Draft, wanted: readonly string[], { vpc, propagatingGateways }: RouteTable): Entry<RouteTable> | undefined {
  return draft.list('route-table').find(({ value }) => {
    const routes = Object.values(value.routes).map(({ destination, target }) => keyOfRoute(destination, target)).sort();
    const isSame = routes.length === wanted.length && routes.every((route, index) => route === wanted[index]);
    return value.vpc === vpc && isSame && value.propagatingGateways.join() === propagatingGateways.join();
  });
}

/** A copy of the first zone's table that leads by way of the other zone; gateway endpoints put their routes into it too. */
function makeTable(draft: Draft, tier: CopiedTier, like: Entry<RouteTable>): ResourceId {
  const { value } = like;
  const renamed = tier.rename(value.name);
  const name = uniqueName(draft.design, renamed === value.name ? `${value.name}-${tier.to.slice(-1)}` : renamed);
  const routes = mapRows(value.routes, (route) => (isZonal(draft, tier, route) ? { ...route, target: counterpartOf(draft, tier, route.target) ?? route.target } : route));
  const id = draft.add('rtb', { kind: 'route-table', name, vpc: tier.vpc, routes, propagatingGateways: value.propagatingGateways });
  for (const endpoint of draft.list('vpc-endpoint')) {
    const { routeTables } = endpoint.value;
    if (routeTables.includes(like.id)) draft.change(endpoint.id, 'vpc-endpoint', { routeTables: [...routeTables, id] });
  }
  return id;
}

/** What stays behind: the subnets whose traffic goes on leaving by the first zone. */
interface Kept {
  readonly subnet: string;
  readonly by: readonly string[];
}

function routeSubnet(draft: Draft, tier: CopiedTier, id: ResourceId): Kept | ResourceId | undefined {
  const subnet = draft.need(id, 'subnet');
  const table = routeTableOf(draft.design, subnet);
  const routes = Object.values(table?.value.routes ?? {});
  const zonal = routes.filter((route) => isZonal(draft, tier, route));
  if (!table || zonal.length === 0) return undefined;
  const wanted = routesInZone(draft, tier, routes);
  if (!wanted) return { subnet: subnet.name, by: [...new Set(zonal.map(({ target }) => draft.nameOf(target)))] };
  const other = tableWithRole(draft, wanted, table.value)?.id ?? makeTable(draft, tier, table);
  draft.change(id, 'subnet', { routeTable: other });
  return other;
}

/**
 * Gives the copies of a tier a way out by their own zone: the table there that has the same role, else a copy of the first
 * zone's table with that zone's NAT gateway. Where the zone has none, the table stays shared, which the words say: its
 * traffic crosses zones, and is lost with the first one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export function routeInZone(draft: Draft, tier: CopiedTier): string {
  const results = tier.subnets.map((subnet) => routeSubnet(draft, tier, subnet));
  const tables = [...new Set(results.filter((result) => typeof result === 'string'))].map((table) => draft.nameOf(table));
  const kept = results.filter((result) => typeof result === 'object');
  const by = [...new Set(kept.flatMap((one) => one.by))];
  const routed = tables.length === 0 ? '' : `, routed by ${joinNames(tables)}`;
  const subnets = joinNames(kept.map(({ subnet }) => subnet));
  return kept.length === 0 ? routed : `${routed}; ${subnets} still ${kept.length === 1 ? 'leaves' : 'leave'} by ${joinNames(by)} of ${tier.from}, for want of one in ${tier.to}`;
}
