import { asRowId, type ResourceId } from '../../../model/ids.ts';
import type { RouteTable } from '../../../model/resources/index.ts';
import type { Draft } from '../draft.ts';

function primaryInterfaceOf(draft: Draft, instance: string): ResourceId | undefined {
  const own = draft.all('network-interface').filter(([, one]) => one.attachment?.resource === instance);
  return (own.find(([, one]) => one.attachment?.deviceIndex === 0) ?? own[0])?.[0];
}

/** Old answers name an instance as the target of a route; what the packets go to is its primary interface. */
export function resolveInstanceRoutes(draft: Draft): void {
  for (const [id, table] of draft.all('route-table')) {
    const routes: RouteTable['routes'] = { ...table.routes };
    for (const [row, route] of Object.entries(table.routes)) {
      if (!draft.get(route.target, 'instance')) continue;
      routes[asRowId(row)] = { ...route, target: primaryInterfaceOf(draft, route.target) ?? route.target };
    }
    draft.put(id, { ...table, routes });
  }
}
