import { readCidr } from '../../address/cidr.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { RouteTarget } from '../../lookup/route-target.ts';
import type { ResourceId } from '../../model/ids.ts';
import { publicPartOf } from './internet-sources.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { isUsed } from './unused-routes.ts';
import { routeUses } from './uses.ts';

function collect(lookup: Lookup): ReadonlyMap<ResourceId, ReadonlySet<RouteTarget['kind']>> {
  const ways = new Map<ResourceId, Set<RouteTarget['kind']>>();
  for (const { table, row, route, target } of routeUses(lookup)) {
    const cidr = readCidr(route.destination);
    if (!cidr || publicPartOf(cidr).length === 0 || !isUsed(lookup, table.id, row)) continue;
    const known = ways.get(table.id);
    if (known) known.add(target.kind);
    else ways.set(table.id, new Set([target.kind]));
  }
  return ways;
}

const waysByTable = oncePerLookup(collect);
const NONE: ReadonlySet<RouteTarget['kind']> = new Set();

/** The kinds of targets to which a table sends destinations of the internet. */
export const waysToInternet = (lookup: Lookup, table: ResourceId): ReadonlySet<RouteTarget['kind']> => waysByTable(lookup).get(table) ?? NONE;
