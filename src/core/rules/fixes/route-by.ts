import type { Entry } from '../../lookup/entries.ts';
import { nextRowId, type ResourceId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import type { Patch } from '../../patch/patch.ts';
import { addValue, expectValue, together } from './patch-of.ts';

/** Adds a static route to a table, as long as the table is still of its VPC. */
export function addRoute({ id, value }: Entry<RouteTable>, destination: string, target: ResourceId): Patch {
  const row = nextRowId('route', value.routes);
  return together([expectValue([id, 'vpc'], value.vpc)], addValue([id, 'routes', row], { destination, target, origin: 'static' }));
}
