import { contains, readCidr } from '../../address/cidr.ts';
import { compileRouteTable, type CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { Entry, Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { findCoveredRoutes } from './covered-routes.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** A written route that never decides, and the routes that do instead. */
export interface UnusedRoute {
  readonly row: string;
  readonly by: readonly CompiledRoute[];
  readonly reason: 'twin' | 'propagated-twin' | 'longer' | 'local';
}

function reasonOf(route: CompiledRoute, by: readonly CompiledRoute[]): UnusedRoute['reason'] {
  const [first] = by;
  const isTwin = by.length === 1 && first?.cidr.prefixLength === route.cidr.prefixLength;
  if (!isTwin) return 'longer';
  return route.origin === 'propagated' || first.origin === 'propagated' ? 'propagated-twin' : 'twin';
}

function* coveredIn(lookup: Lookup, vpc: VpcEntry, table: Entry<RouteTable>): Iterable<UnusedRoute> {
  const { routes } = compileRouteTable(lookup, vpc, table);
  for (const family of [4, 6] as const) {
    for (const { route, by } of findCoveredRoutes(routes[family])) {
      if (Object.hasOwn(table.value.routes, route.row)) yield { row: route.row, by, reason: reasonOf(route, by) };
    }
  }
}

/** Propagated routes inside the VPC never come into the table's order: the local route wins, though it is shorter. */
function* lostToLocal(lookup: Lookup, vpc: VpcEntry, table: Entry<RouteTable>): Iterable<UnusedRoute> {
  for (const [row, { destination, origin }] of Object.entries(table.value.routes)) {
    const cidr = origin === 'propagated' ? readCidr(destination) : undefined;
    if (!cidr) continue;
    const { routes } = compileRouteTable(lookup, vpc, table);
    const by = routes[cidr.family].filter((route) => route.target.kind === 'local' && contains(route.cidr, cidr));
    if (by.length > 0) yield { row, by, reason: 'local' };
  }
}

function collect(lookup: Lookup): ReadonlyMap<ResourceId, readonly UnusedRoute[]> {
  const unused = new Map<ResourceId, readonly UnusedRoute[]>();
  for (const table of lookup.byKind['route-table']) {
    const vpc = lookup.vpcs.get(table.value.vpc);
    if (!vpc || Object.keys(table.value.routes).length === 0) continue;
    const found = [...coveredIn(lookup, vpc, table), ...lostToLocal(lookup, vpc, table)];
    if (found.length > 0) unused.set(table.id, found);
  }
  return unused;
}

/** The routes of each table that never decide: whatever they point at, they lead nowhere. */
export const unusedRoutes = oncePerLookup(collect);

/** Whether a route decides something. */
export const isUsed = (lookup: Lookup, table: ResourceId, row: string): boolean => unusedRoutes(lookup).get(table)?.some((route) => route.row === row) !== true;
