import { contains, isSameBlock, readCidr, type Cidr } from '../../address/cidr.ts';
import { forbiddenRouteDestinations } from '../../aws/defaults.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { RouteTarget } from '../../lookup/route-target.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { routeUses, subnetsOfTable, type RouteUse } from '../facts/uses.ts';
import { removeValue } from '../fixes/patch-of.ts';

type Reason = 'forbidden' | 'not-a-subnet' | 'target';

interface Facts {
  readonly use: RouteUse;
  readonly reason: Reason;
  readonly range: string;
  readonly table: string;
  readonly vpc: string;
  readonly target: string;
}

const forbidden = forbiddenRouteDestinations.flatMap((text) => readCidr(text) ?? []);

/** What may stand in the way inside a VPC: NAT gateways, interfaces, and appliances that are not modelled. */
const INSIDE_TARGETS: ReadonlySet<RouteTarget['kind']> = new Set(['local', 'nat-gateway', 'network-interface', 'unmodelled', 'blackhole']);

function judgeInside(vpc: VpcEntry, destination: Cidr, target: RouteTarget): Reason | undefined {
  if (!INSIDE_TARGETS.has(target.kind)) return 'target';
  const isWhole = vpc.blocks.some((block) => isSameBlock(block, destination)) || vpc.subnets.some((subnet) => subnet.blocks.some((block) => isSameBlock(block, destination)));
  return isWhole ? undefined : 'not-a-subnet';
}

function judge(vpc: VpcEntry, { route, target }: RouteUse): Reason | undefined {
  const destination = readCidr(route.destination);
  if (!destination) return undefined;
  if (forbidden.some((range) => contains(range, destination))) return 'forbidden';
  // Propagated routes inside the VPC are no fault: they only lose against the local route.
  const isInside = route.origin === 'static' && vpc.blocks.some((block) => contains(block, destination));
  return isInside ? judgeInside(vpc, destination, target) : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const use of routeUses(lookup)) {
    const { table, row, route } = use;
    const vpc = lookup.vpcs.get(table.value.vpc);
    const reason = vpc && judge(vpc, use);
    if (!vpc || !reason) continue;
    const facts: Facts = { use, reason, range: forbiddenRouteDestinations.join(' and '), table: nameOf(lookup, table.id), vpc: nameOf(lookup, vpc.id), target: nameOf(lookup, route.target) };
    yield { evidence: [{ at: table.id, row }], facts };
  }
}

function explain({ use: { route }, reason, range, table, vpc, target }: Facts): string {
  const start = `${table} has a route to ${route.destination}`;
  switch (reason) {
    case 'forbidden':
      return `${start}, which lies in what AWS keeps for its own services (${range}); remove it.`;
    case 'not-a-subnet':
      return `${start}, which is inside ${vpc} but is not the whole block of a subnet; AWS takes only whole subnets there, so name one or remove the route.`;
    case 'target':
      return `${start} by ${target}, but inside ${vpc} AWS routes only to NAT gateways, interfaces and appliances; remove it or choose such a target.`;
  }
}

function fix({ use: { table, row, route }, table: name }: Facts, lookup: Lookup): readonly Fix[] {
  const vpc = lookup.vpcs.get(table.value.vpc);
  // What a public NAT gateway sends out by the table is to be repaired, not removed.
  const servesNat = (subnetsOfTable(lookup).get(table.id) ?? []).some((subnet) => subnet.vpc.natGateways.some((gateway) => gateway.subnet === subnet && gateway.value.connectivity === 'public'));
  if (!vpc || servesNat || !opensNothing(lookup, vpc.subnets)) return [];
  return [{ title: `Remove the route to ${route.destination} from ${name}`, patch: removeValue([table.id, 'routes', row], route) }];
}

export const routeDestinationRefused = defineRule<Facts>({
  id: 'route-destination-refused',
  area: 'routing',
  severity: 'error',
  why: 'AWS refuses routes into its own service range, and inside a VPC it takes only routes to a whole subnet by way of a NAT gateway, an interface or an appliance.',
  learnMore: documentation.routeTables,
  check,
  explain,
  fix,
});
