import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { isUsed } from './unused-routes.ts';
import { routeUses, type RouteUse } from './uses.ts';

function collect(lookup: Lookup): ReadonlyMap<ResourceId, readonly RouteUse[]> {
  const routes = new Map<ResourceId, RouteUse[]>();
  for (const use of routeUses(lookup)) {
    if (use.target.kind !== 'internet-gateway' || !isUsed(lookup, use.table.id, use.row)) continue;
    const known = routes.get(use.table.id);
    if (known) known.push(use);
    else routes.set(use.table.id, [use]);
  }
  return routes;
}

/** The routes of each table that lead to an attached internet gateway and are used. */
export const internetRoutes = oncePerLookup(collect);

/** Whether a table makes its subnets public: a route to an attached internet gateway (VPC User Guide, VPC_Internet_Gateway). */
export const leadsToInternet = (lookup: Lookup, table: ResourceId | undefined): boolean => table !== undefined && internetRoutes(lookup).has(table);
