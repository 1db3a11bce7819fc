import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { BlackholeReason } from '../../lookup/route-target.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { InternetGateway, VirtualPrivateGateway } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { routeUses, subnetsOfTable, type RouteUse } from '../facts/uses.ts';
import { addValue, expectValue, removeValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly use: RouteUse;
  readonly reason: BlackholeReason;
  readonly table: string;
  readonly target: string;
  readonly vpc: string;
}

const endings: Readonly<Record<BlackholeReason, (facts: Facts) => string>> = {
  missing: () => 'which does not exist; point it at something that does, or remove it',
  state: () => 'which AWS reports as a blackhole; point it at something that works, or remove it',
  detached: ({ vpc }) => `which is attached to no VPC; attach it to ${vpc} or remove the route`,
  elsewhere: ({ vpc }) => `which belongs to another VPC than ${vpc}; point it at one of its own, or remove it`,
  deleted: () => 'which was deleted; point it at another one, or remove it',
  'no-interface': () => 'which has no network interface that could take the traffic; point it at one that has, or remove it',
};

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const use of routeUses(lookup)) {
    const { table, row, route, target } = use;
    if (target.kind !== 'blackhole') continue;
    const facts: Facts = { use, reason: target.reason, table: nameOf(lookup, table.id), target: nameOf(lookup, route.target), vpc: nameOf(lookup, table.value.vpc) };
    const isUsed = subnetsOfTable(lookup).has(table.id);
    yield { evidence: [{ at: table.id, row }, { at: target.id }], namedBy: 1, facts, severity: isUsed ? 'error' : 'warning' };
  }
}

/** The VPC that a detached gateway could be attached to: it has none of the kind yet, and nothing sensitive would open. */
function vpcWithout(lookup: Lookup, id: ResourceId, gateway: InternetGateway | VirtualPrivateGateway): VpcEntry | undefined {
  const vpc = lookup.vpcs.get(id);
  const attached = gateway.kind === 'internet-gateway' ? vpc?.internetGateways : vpc?.virtualPrivateGateways;
  return vpc && attached?.length === 0 && gateway.region === vpc.value.region && opensNothing(lookup, vpc.subnets) ? vpc : undefined;
}

/** Attaching the gateway is what was meant, where it can be done. */
function attach({ use: { table, route }, reason, target, vpc: name }: Facts, lookup: Lookup): readonly Fix[] {
  const gateway = lookup.resource(route.target);
  if (reason !== 'detached' || (gateway?.kind !== 'internet-gateway' && gateway?.kind !== 'virtual-private-gateway')) return [];
  const vpc = vpcWithout(lookup, table.value.vpc, gateway);
  if (!vpc) return [];
  return [
    {
      title: `Attach ${target} to ${name}`,
      effect: 'Opens every way whose routes, addresses and rules are in place already.',
      patch: together([expectValue([route.target, 'kind'], gateway.kind)], addValue([route.target, 'vpc'], vpc.id)),
    },
  ];
}

/** Removing it hands its destinations to wider routes, unless a twin would take over and open what it closed. */
function remove({ use: { table, row, route } }: Facts, lookup: Lookup): readonly Fix[] {
  const hasOther = Object.entries(table.value.routes).some(([other, { target }]) => other !== row && target !== 'local');
  if (hasOther && !opensNothing(lookup, subnetsOfTable(lookup).get(table.id) ?? [])) return [];
  return [{ title: `Remove the route to ${route.destination} from ${nameOf(lookup, table.id)}`, patch: removeValue([table.id, 'routes', row], route) }];
}

export const routeToNothing = defineRule<Facts>({
  id: 'route-to-nothing',
  area: 'routing',
  severity: 'error',
  why: 'A route stays when its target is deleted or detached and then drops everything it matches: it is a blackhole.',
  learnMore: documentation.workWithRouteTables,
  check,
  explain: (facts) => `${facts.table} sends ${facts.use.route.destination} to ${facts.target}, ${endings[facts.reason](facts)}.`,
  fix: (facts, lookup) => [...attach(facts, lookup), ...remove(facts, lookup)],
});
