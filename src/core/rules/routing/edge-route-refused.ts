import { isSameBlock, readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { edgeRouteUses } from '../facts/edge-tables.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import type { RouteUse } from '../facts/uses.ts';
import { removeValue } from '../fixes/patch-of.ts';

type Reason = 'prefix-list' | 'block' | 'target';

interface Facts {
  readonly use: RouteUse;
  readonly vpc: VpcEntry;
  readonly reason: Reason;
  readonly names: { readonly table: string; readonly vpc: string; readonly target: string };
}

const isWholeBlock = (vpc: VpcEntry, text: string): boolean => {
  const cidr = readCidr(text);
  const blocks = [...vpc.blocks, ...vpc.subnets.flatMap((subnet) => subnet.blocks)];
  return cidr !== undefined && blocks.some((block) => isSameBlock(block, cidr));
};

/** What a table of a gateway may point at; what is not modelled is not judged, and a target that does not exist is told elsewhere. */
function isTarget({ target }: RouteUse): boolean {
  if (target.kind === 'blackhole') return target.reason === 'missing' || target.reason === 'state';
  if (target.kind === 'vpc-endpoint') return target.endpoint.type !== 'gateway';
  return target.kind === 'local' || target.kind === 'network-interface' || target.kind === 'unmodelled';
}

function judge(vpc: VpcEntry, use: RouteUse): Reason | undefined {
  const { destination } = use.route;
  if (destination.startsWith('pl-')) return 'prefix-list';
  if (!isTarget(use)) return 'target';
  return isWholeBlock(vpc, destination) ? undefined : 'block';
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const use of edgeRouteUses(lookup)) {
    const { table, row, route } = use;
    const vpc = lookup.vpcs.get(table.value.vpc);
    const reason = vpc && judge(vpc, use);
    if (!vpc || !reason) continue;
    yield { evidence: [{ at: table.id, row }], facts: { use, vpc, reason, names: { table: nameOf(lookup, table.id), vpc: nameOf(lookup, vpc.id), target: nameOf(lookup, route.target) } } };
  }
}

function explain({ use: { route }, reason, names }: Facts): string {
  const start = `${names.table} is the table of a gateway and has a route to ${route.destination}`;
  switch (reason) {
    case 'prefix-list':
      return `${start}, a prefix list; AWS takes none there, so name the block of ${names.vpc} or of a subnet.`;
    case 'block':
      return `${start}, which is neither a whole block of ${names.vpc} nor of one of its subnets; name one exactly, or remove the route.`;
    case 'target':
      return `${start} by ${names.target}, but what comes in can be sent only to an interface in ${names.vpc} or to a Gateway Load Balancer endpoint; choose one, or remove the route.`;
  }
}

/** Without the route what comes in is delivered straight: that may open what the appliance closes. */
function fix({ use: { table, row, route }, vpc, names }: Facts, lookup: Lookup): readonly Fix[] {
  return opensNothing(lookup, vpc.subnets) ? [{ title: `Remove the route to ${route.destination} from ${names.table}`, patch: removeValue([table.id, 'routes', row], route) }] : [];
}

export const edgeRouteRefused = defineRule<Facts>({
  id: 'edge-route-refused',
  area: 'routing',
  severity: 'error',
  why: 'The table of a gateway routes what comes into the VPC: AWS takes only whole blocks of the VPC or of its subnets there, and only an interface or a Gateway Load Balancer endpoint as their target.',
  learnMore: documentation.gatewayRouteTables,
  check,
  explain,
  fix,
});
