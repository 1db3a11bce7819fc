import { withoutKey } from '../transit/without-key.ts';
import type { Draft } from '../draft.ts';

/**
 * Where AWS had more route tables to list than the files hold, a subnet that none of them names may be associated with one
 * of the others: that it uses the main table cannot be said.
 */
export function doubtMainTables(draft: Draft): void {
  if (!draft.isCut('RouteTables')) return;
  for (const [id, vpc] of draft.all('vpc')) draft.put(id, withoutKey(vpc, 'mainRouteTable'));
}
