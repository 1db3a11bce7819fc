import type { ResourceId } from '../model/ids.ts';
import type { RouteTable } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import { filterRows, mapRows } from './rows.ts';

/**
 * What AWS leaves of the routes to a target that is deleted or detached: a static route stays and is a blackhole, a
 * propagated one is gone, and the gateway no longer propagates. `vpc` limits it to the tables of one VPC, for a target
 * that leaves a VPC and lives on. https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html
 */
export function blackholeRoutes(draft: Draft, targets: ReadonlySet<string>, vpc?: ResourceId): void {
  for (const { id, value } of draft.list('route-table')) {
    if (vpc !== undefined && value.vpc !== vpc) continue;
    const isHit = Object.values(value.routes).some(({ target }) => targets.has(target)) || value.propagatingGateways.some((gateway) => targets.has(gateway));
    if (!isHit) continue;
    const kept = filterRows(value.routes, (route) => !(targets.has(route.target) && route.origin === 'propagated'));
    const routes: RouteTable['routes'] = mapRows(kept, (route) => (targets.has(route.target) ? { ...route, state: 'blackhole' as const } : route));
    draft.put(id, { ...value, routes, propagatingGateways: value.propagatingGateways.filter((gateway) => !targets.has(gateway)) });
  }
}

/** Takes the blackhole mark off the routes of a VPC's tables to a target that is attached again. */
export function reviveRoutes(draft: Draft, target: ResourceId, vpc: ResourceId): void {
  for (const { id, value } of draft.list('route-table')) {
    const isHit = value.vpc === vpc && Object.values(value.routes).some((route) => route.target === target && route.state === 'blackhole');
    if (!isHit) continue;
    const routes: RouteTable['routes'] = mapRows(value.routes, (route) => {
      const { state, ...alive } = route;
      return route.target === target && state === 'blackhole' ? alive : route;
    });
    draft.put(id, { ...value, routes });
  }
}
