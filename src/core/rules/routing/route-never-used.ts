import { contains, readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Severity } from '../../findings/finding.ts';
import { compileRouteTable, type CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { Entry, Lookup, VpcEntry } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import type { Route, RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { findCoveredRoutes } from '../facts/covered-routes.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
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
  readonly reason: 'twin' | 'propagated-twin' | 'longer' | 'local';
}

/** Two static routes of one destination AWS refuses; that a propagated route loses is how it is meant to be. */
const severities: Readonly<Record<Facts['reason'], Severity>> = { twin: 'error', 'propagated-twin': 'advice', longer: 'advice', local: 'warning' };

const targetText = (lookup: Lookup, route: CompiledRoute): string => (route.target.kind === 'local' ? 'local' : nameOf(lookup, route.target.id));

function describe(lookup: Lookup, table: Entry<RouteTable>, found: { readonly row: string; readonly by: readonly CompiledRoute[]; readonly reason: Facts['reason'] }): Fault<Facts> | undefined {
  const { row, by, reason } = found;
  const route = table.value.routes[asRowId(row)];
  if (!route) return undefined;
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
  return { evidence: [{ at: table.id, row }, ...by.slice(0, 2).map((other) => ({ at: table.id, row: other.row }))], namedBy: 1, facts, severity: severities[reason] };
}

function reasonOf(route: CompiledRoute, by: readonly CompiledRoute[]): Facts['reason'] {
  const [first] = by;
  const isTwin = by.length === 1 && first?.cidr.prefixLength === route.cidr.prefixLength;
  if (!isTwin) return 'longer';
  return route.origin === 'propagated' || first.origin === 'propagated' ? 'propagated-twin' : 'twin';
}

function* coveredIn(lookup: Lookup, vpc: VpcEntry, table: Entry<RouteTable>): Iterable<Fault<Facts>> {
  const compiled = compileRouteTable(lookup, vpc, table);
  for (const family of [4, 6] as const) {
    for (const { route, by } of findCoveredRoutes(compiled.routes[family])) {
      const fault = describe(lookup, table, { row: route.row, by, reason: reasonOf(route, by) });
      if (fault) yield fault;
    }
  }
}

/** Propagated routes inside the VPC never come into the table's order: the local route wins, though it is shorter. */
function* lostToLocal(lookup: Lookup, vpc: VpcEntry, table: Entry<RouteTable>): Iterable<Fault<Facts>> {
  const local = (destination: string): readonly CompiledRoute[] => {
    const cidr = readCidr(destination);
    const { routes } = compileRouteTable(lookup, vpc, table);
    return cidr ? routes[cidr.family].filter((route) => route.target.kind === 'local' && contains(route.cidr, cidr)) : [];
  };
  for (const [row, { destination, origin }] of Object.entries(table.value.routes)) {
    if (origin !== 'propagated') continue;
    const by = local(destination);
    const fault = by.length === 0 ? undefined : describe(lookup, table, { row, by, reason: 'local' });
    if (fault) yield fault;
  }
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const table of lookup.byKind['route-table']) {
    const vpc = lookup.vpcs.get(table.value.vpc);
    if (!vpc || Object.keys(table.value.routes).length === 0) continue;
    yield* coveredIn(lookup, vpc, table);
    yield* lostToLocal(lookup, vpc, table);
  }
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

/** What never decides can go without changing anything; a propagated route would only come back. */
function fix({ table, name, row, route }: Facts): readonly Fix[] {
  if (route.origin === 'propagated') return [];
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
