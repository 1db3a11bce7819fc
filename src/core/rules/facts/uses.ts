import type { Entry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { resolveTarget, type RouteTarget } from '../../lookup/route-target.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Route, RouteTable } from '../../model/resources/index.ts';
import { isEdgeTable } from './edge-tables.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** A route where it is written, with what its target is for the VPC of its table. */
export interface RouteUse {
  readonly table: Entry<RouteTable>;
  readonly row: string;
  readonly route: Route;
  readonly target: RouteTarget;
}

function gather(subnets: Iterable<SubnetEntry>, idOf: (subnet: SubnetEntry) => ResourceId | undefined): ReadonlyMap<ResourceId, readonly SubnetEntry[]> {
  const gathered = new Map<ResourceId, SubnetEntry[]>();
  for (const subnet of subnets) {
    const id = idOf(subnet);
    if (id === undefined) continue;
    const known = gathered.get(id);
    if (known) known.push(subnet);
    else gathered.set(id, [subnet]);
  }
  return gathered;
}

/** The subnets that use each route table, because it is theirs or the main one. */
export const subnetsOfTable = oncePerLookup((lookup) => gather(lookup.subnets.values(), ({ routeTable }) => routeTable?.id));

/** The subnets that use each network ACL, because it is theirs or the default one. */
export const subnetsOfAcl = oncePerLookup((lookup) => gather(lookup.subnets.values(), ({ networkAcl }) => networkAcl?.id));

function collectRoutes(lookup: Lookup): readonly RouteUse[] {
  const uses: RouteUse[] = [];
  for (const table of lookup.byKind['route-table']) {
    const vpc = lookup.vpcs.get(table.value.vpc);
    if (!vpc || isEdgeTable(lookup, table.id)) continue;
    for (const [row, route] of Object.entries(table.value.routes)) uses.push({ table, row, route, target: resolveTarget(lookup, vpc, route) });
  }
  return uses;
}

/** Every written route of the tables that subnets can use. */
export const routeUses = oncePerLookup(collectRoutes);

const routesByTable = oncePerLookup((lookup) => {
  const byTable = new Map<ResourceId, RouteUse[]>();
  for (const use of routeUses(lookup)) {
    const known = byTable.get(use.table.id);
    if (known) known.push(use);
    else byTable.set(use.table.id, [use]);
  }
  return byTable;
});

/** The written routes of one table. */
export const routeUsesOf = (lookup: Lookup, table: ResourceId): readonly RouteUse[] => routesByTable(lookup).get(table) ?? [];

/** The routes that name each target, whether or not they lead there. */
export const routesTo = oncePerLookup((lookup) => {
  const routes = new Map<string, RouteUse[]>();
  for (const use of routeUses(lookup)) {
    const known = routes.get(use.route.target);
    if (known) known.push(use);
    else routes.set(use.route.target, [use]);
  }
  return routes;
});
