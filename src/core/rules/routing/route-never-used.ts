import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Severity } from '../../findings/finding.ts';
import type { CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import type { Route, RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { unusedRoutes, type UnusedRoute } from '../facts/unused-routes.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly table: Entry<RouteTable>;
  readonly name: string;
  readonly row: string;
  readonly route: Route;
  readonly target: string;
  /** Destinations of the routes that are taken instead, and what they all go to if that is one thing. */
  readonly instead: string;
  readonly insteadTarget: string;
  readonly reason: UnusedRoute['reason'];
}

/** Two static routes of one destination AWS refuses; that a propagated route loses is how it is meant to be. */
const severities: Readonly<Record<Facts['reason'], Severity>> = { twin: 'error', 'propagated-twin': 'advice', longer: 'advice', local: 'warning' };

const targetText = (lookup: Lookup, route: CompiledRoute): string => (route.target.kind === 'local' ? 'local' : nameOf(lookup, route.target.id));

function* faultsOf(lookup: Lookup, table: Entry<RouteTable>): Iterable<Fault<Facts>> {
  for (const { row, by, reason } of unusedRoutes(lookup).get(table.id) ?? []) {
    const route = table.value.routes[asRowId(row)];
    if (!route) continue;
    const facts: Facts = {
      table,
      name: nameOf(lookup, table.id),
      row,
      route,
      target: route.target === 'local' ? 'local' : nameOf(lookup, route.target),
      instead: nameList(by.map(({ destination }) => destination)),
      insteadTarget: nameList(by.map((other) => targetText(lookup, other))),
      reason,
    };
    yield { evidence: [{ at: table.id, row }, ...by.slice(0, 2).map((other) => ({ at: table.id, row: other.row }))], namedBy: 1, facts, severity: severities[reason] };
  }
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const table of lookup.byKind['route-table']) yield* faultsOf(lookup, table);
}

function explain({ name, route, target, instead, insteadTarget, reason }: Facts): string {
  const start = `${name} never uses its route to ${route.destination} by ${target}`;
  switch (reason) {
    case 'twin':
      return `${start}: another route of the same destination goes to ${insteadTarget}, and AWS allows one; remove one of the two.`;
    case 'propagated-twin':
      return `${start}: the route of the same destination to ${insteadTarget} is preferred; remove the one that is not meant.`;
    case 'longer':
      return `${start}: the longer routes to ${instead} take everything it matches; remove it if that is meant.`;
    case 'local':
      return `${start}: it was propagated, and the local route to ${instead} always wins over propagated ones; give the far network another block.`;
  }
}

/**
 * What never decides can go without changing anything; a propagated route would only come back. The only route to an
 * internet gateway is kept: then the one that is preferred is rather the wrong one.
 */
function fix({ table, name, row, route }: Facts, lookup: Lookup): readonly Fix[] {
  const isOnlyWayOut = lookup.resource(route.target)?.kind === 'internet-gateway' && !leadsToInternet(lookup, table.id);
  if (route.origin === 'propagated' || isOnlyWayOut) return [];
  return [{ title: `Remove the route to ${route.destination} by ${route.target} from ${name}`, effect: 'Changes no traffic: the route never decides.', patch: removeValue([table.id, 'routes', row], route) }];
}

export const routeNeverUsed = defineRule<Facts>({
  id: 'route-never-used',
  area: 'routing',
  severity: 'advice',
  why: 'The longest destination decides, then static before propagated; a route that always loses looks like a way and is none.',
  learnMore: documentation.routePriority,
  check,
  explain,
  fix,
});
