import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from './once-per-lookup.ts';

const routeTableOf = (data: unknown): unknown => (typeof data === 'object' && data !== null && 'RouteTableId' in data ? data.RouteTableId : undefined);

function collect(lookup: Lookup): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const { value } of lookup.byKind.unmodelled) {
    const table = value.type === 'gateway-route-table-association' ? routeTableOf(value.data) : undefined;
    if (typeof table === 'string') tables.add(table);
  }
  return tables;
}

const edgeTables = oncePerLookup(collect);

/** Whether a gateway uses the table for what comes in through it: other rules hold for such a table, and none is judged here. */
export const isEdgeTable = (lookup: Lookup, table: ResourceId): boolean => edgeTables(lookup).has(table);
