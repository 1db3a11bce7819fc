import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { attachedVpcs, leadsTo, routeTowards, type AttachedVpc } from '../facts/transit-routes.ts';
import { nameOf } from '../facts/names.ts';
import { subnetsOfTable, type RouteUse } from '../facts/uses.ts';

interface Facts {
  readonly gateway: string;
  readonly table: string;
  readonly near: string;
  readonly far: string;
  readonly lacks: 'route' | 'transit-route';
}

/** Pairs of different VPCs on the same transit gateway. */
const pairsOf = (all: readonly AttachedVpc[]): readonly (readonly [AttachedVpc, AttachedVpc])[] =>
  all.flatMap((near) => all.filter((far) => near.gateway === far.gateway && near.vpc !== far.vpc && far.vpc.subnets.length > 0).map((far) => [near, far] as const));

/** Whether machines use the table: the subnet of a NAT gateway routes replies there and asks nobody. */
const isSentByMachines = (lookup: Lookup, { table }: RouteUse): boolean =>
  (subnetsOfTable(lookup).get(table.id) ?? []).some(({ interfaces }) => interfaces.some(({ holder }) => holder.kind !== 'service'));

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const [near, far] of pairsOf(attachedVpcs(lookup))) {
    const route = routeTowards(lookup, near, far);
    if (!route || !isSentByMachines(lookup, route) || !leadsTo(lookup, near, far)) continue;
    const hasRoute = routeTowards(lookup, far, near) !== undefined;
    if (hasRoute && leadsTo(lookup, far, near)) continue;
    const facts: Facts = { gateway: nameOf(lookup, near.gateway), table: nameOf(lookup, route.table.id), near: nameOf(lookup, near.vpc.id), far: nameOf(lookup, far.vpc.id), lacks: hasRoute ? 'transit-route' : 'route' };
    yield { evidence: [{ at: near.vpc.id }, { at: far.vpc.id }, { at: near.gateway }, { at: route.table.id, row: route.row }], facts };
  }
}

export const transitOneWay = defineRule<Facts>({
  id: 'transit-one-way',
  area: 'gateways',
  severity: 'warning',
  why: 'Replies are routed too: where a transit gateway or the far VPC leads nothing back, requests arrive and their answers do not.',
  learnMore: documentation.transitGateway,
  check,
  explain: ({ gateway, table, near, far, lacks }) =>
    lacks === 'route'
      ? `${table} sends traffic of ${near} through ${gateway} to ${far}, but no route table of ${far} sends anything back; add a route to ${near} there.`
      : `${table} sends traffic of ${near} through ${gateway} to ${far}, but the route table of ${gateway} for ${far} does not lead back; propagate ${near} into it or add a route.`,
});
