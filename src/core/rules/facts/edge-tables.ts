import type { Lookup } from '../../lookup/entries.ts';
import { resolveTarget } from '../../lookup/route-target.ts';
import type { ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import type { RouteUse } from './uses.ts';

const collect = (lookup: Lookup): ReadonlySet<string> => new Set(lookup.byKind['route-table'].flatMap(({ id, value }) => ((value.gateways?.length ?? 0) > 0 ? [id] : [])));

const edgeTables = oncePerLookup(collect);

/** Whether a gateway uses the table for what comes in through it: other rules hold for such a table. */
export const isEdgeTable = (lookup: Lookup, table: ResourceId): boolean => edgeTables(lookup).has(table);

function collectRoutes(lookup: Lookup): readonly RouteUse[] {
  return lookup.byKind['route-table'].flatMap((table): readonly RouteUse[] => {
    const vpc = lookup.vpcs.get(table.value.vpc);
    if (!vpc || !isEdgeTable(lookup, table.id)) return [];
    return Object.entries(table.value.routes).map(([row, route]) => ({ table, row, route, target: resolveTarget(lookup, vpc, route) }));
  });
}

/** Every written route of the tables that gateways use. */
export const edgeRouteUses = oncePerLookup(collectRoutes);
