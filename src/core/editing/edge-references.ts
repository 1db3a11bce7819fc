import type { ResourceId } from '../model/ids.ts';
import type { BlockPublicAccessExclusion, ResourceOfKind } from '../model/resources/index.ts';
import { withChanges, type Draft } from './draft.ts';
import { filterRows, mapRows } from './rows.ts';

type Rewire = (id: ResourceId) => ResourceId | undefined;

/** An exclusion goes with the VPC or subnet that it leaves out. */
export function rewireRegion(region: ResourceOfKind<'region'>, rewire: Rewire): ResourceOfKind<'region'> {
  const { blockPublicAccessExclusions: exclusions } = region;
  if (!exclusions) return region;
  const to = (id: ResourceId | undefined): ResourceId | undefined => (id === undefined ? undefined : rewire(id));
  const kept = filterRows(exclusions, ({ vpc, subnet }) => to(vpc ?? subnet) !== undefined);
  return { ...region, blockPublicAccessExclusions: mapRows(kept, (row: BlockPublicAccessExclusion) => withChanges(row, { vpc: to(row.vpc), subnet: to(row.subnet) })) };
}

/**
 * Takes tables off gateways: of one that is gone, or that left the VPC. A table serves gateways of its own VPC only.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export function dissociateGateways(draft: Draft, gateways: ReadonlySet<string>): void {
  for (const { id, value } of draft.list('route-table')) {
    if (!value.gateways?.some((gateway) => gateways.has(gateway))) continue;
    const kept = value.gateways.filter((gateway) => !gateways.has(gateway));
    draft.change(id, 'route-table', { gateways: kept.length > 0 ? kept : undefined });
  }
}

/** The gateways of a copied table that may be its own: of its VPC, and without a table yet, since a gateway has one. */
export function gatewaysOfCopy(draft: Draft, table: ResourceId, vpc: ResourceId): ResourceId[] | undefined {
  const taken = new Set(draft.list('route-table').flatMap(({ id, value }) => (id === table ? [] : (value.gateways ?? []))));
  const isOwn = (gateway: ResourceId): boolean => (draft.findOf(gateway, 'internet-gateway') ?? draft.findOf(gateway, 'virtual-private-gateway'))?.vpc === vpc;
  const kept = draft.findOf(table, 'route-table')?.gateways?.filter((gateway) => isOwn(gateway) && !taken.has(gateway));
  return kept === undefined || kept.length === 0 ? undefined : kept;
}

/** The table that AWS made for a regional NAT gateway, unless subnets or a VPC use it too. */
export function tableOfNatGateway(resources: readonly (readonly [ResourceId, { readonly kind: string }])[], gateway: ResourceOfKind<'nat-gateway'>): readonly ResourceId[] {
  const { routeTable } = gateway;
  const isUsed = resources.some(([, value]) => ('mainRouteTable' in value && value.mainRouteTable === routeTable) || (value.kind === 'subnet' && 'routeTable' in value && value.routeTable === routeTable));
  return routeTable === undefined || isUsed ? [] : [routeTable];
}
