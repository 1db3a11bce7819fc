import { formatCidr, isSameBlock, overlaps, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import { compileRouteTable } from '../../forwarding/compile-route-table.ts';
import type { Entry, Lookup, VpcEntry } from '../../lookup/entries.ts';
import { asRowId, nextRowId, type ResourceId } from '../../model/ids.ts';
import type { RouteTable, VpcPeeringConnection } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routedEnds } from '../facts/peering-routes.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly peering: Entry<VpcPeeringConnection>;
  readonly name: string;
  readonly table: string;
  readonly near: VpcEntry;
  readonly far: VpcEntry;
  readonly nearName: string;
  readonly farName: string;
  readonly blocks: readonly Cidr[];
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const peering of lookup.byKind['vpc-peering-connection']) {
    if (peering.value.state !== 'active') continue;
    const [a, b] = routedEnds(lookup, peering);
    for (const [here, there] of [[a, b], [b, a]] as const) {
      const [first] = here.routes;
      const [near, far] = [here.end.vpc, there.end.vpc];
      if (!first || !near || !far || there.routes.length > 0 || far.subnets.length === 0) continue;
      const facts: Facts = {
        peering,
        name: nameOf(lookup, peering.id),
        table: nameOf(lookup, first.table.id),
        near,
        far,
        nearName: nameOf(lookup, near.id),
        farName: nameOf(lookup, far.id),
        blocks: near.blocks.filter(({ family }) => family === 4),
      };
      yield { evidence: [{ at: peering.id }, { at: first.table.id, row: first.row }, { at: far.id }], namedBy: 1, facts };
    }
  }
}

/** The one table of its own that all subnets of a VPC use; which of several is meant only a person knows. */
function onlyTableOf(vpc: VpcEntry): { readonly id: ResourceId; readonly value: RouteTable } | undefined {
  const [table] = vpc.subnets.map(({ routeTable }) => routeTable);
  return table && table.value.vpc === vpc.id && vpc.subnets.every(({ routeTable }) => routeTable?.id === table.id) ? table : undefined;
}

function fix({ peering, name, far, blocks }: Facts, lookup: Lookup): readonly Fix[] {
  const table = onlyTableOf(far);
  const [block, ...others] = blocks;
  if (!table || !block || others.length > 0) return [];
  const isTaken = compileRouteTable(lookup, far, table).routes[4].some(({ cidr }) => isSameBlock(cidr, block));
  // Where the two VPCs overlap, AWS would not take the route.
  if (isTaken || far.blocks.some((own) => overlaps(own, block))) return [];
  const destination = formatCidr(block);
  const row = asRowId(nextRowId('route', table.value.routes));
  const route = { destination, target: peering.id, origin: 'static' };
  const patch = together([expectValue([table.id, 'kind'], 'route-table')], addValue([table.id, 'routes', row], route));
  return [{ title: `Add route ${destination} → ${name} in ${nameOf(lookup, table.id)}`, patch }];
}

export const peeringOneWay = defineRule<Facts>({
  id: 'peering-one-way',
  area: 'gateways',
  severity: 'warning',
  why: 'Replies are routed too: with a route on one side of a peering only, requests arrive and their answers do not come back.',
  learnMore: documentation.peeringRouting,
  check,
  explain: ({ name, table, nearName, farName, blocks }) =>
    `${table} of ${nearName} sends traffic to ${name}, but no route table of ${farName} sends anything back; add a route to ${blocks.map(formatCidr).join(', ')} there.`,
  fix,
});
