import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { edgeRouteUses } from './edge-tables.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { routeUses, type RouteUse } from './uses.ts';

function collect(lookup: Lookup): ReadonlyMap<ResourceId, RouteUse> {
  const interfaces = new Map<ResourceId, RouteUse>();
  for (const use of [...routeUses(lookup), ...edgeRouteUses(lookup)]) {
    if (use.target.kind === 'network-interface' && !interfaces.has(use.target.id)) interfaces.set(use.target.id, use);
  }
  return interfaces;
}

/** The interfaces that routes point at, each with the first such route: they are meant to pass on the traffic of others. */
export const forwardingInterfaces = oncePerLookup(collect);
