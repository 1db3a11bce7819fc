import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from './once-per-lookup.ts';

const collect = (lookup: Lookup): ReadonlySet<string> => new Set(lookup.byKind['route-table'].flatMap(({ id, value }) => ((value.gateways?.length ?? 0) > 0 ? [id] : [])));

const edgeTables = oncePerLookup(collect);

/** Whether a gateway uses the table for what comes in through it: other rules hold for such a table. */
export const isEdgeTable = (lookup: Lookup, table: ResourceId): boolean => edgeTables(lookup).has(table);
