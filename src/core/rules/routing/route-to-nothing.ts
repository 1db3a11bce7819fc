import { contains, readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import { withArticle } from '../../editing/nouns.ts';
import type { Fix } from '../../findings/fix.ts';
import type { BlackholeReason } from '../../lookup/route-target.ts';
import type { Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { asResourceId, type ResourceId } from '../../model/ids.ts';
import type { InternetGateway, ResourceKind, VirtualPrivateGateway } from '../../model/resources/index.ts';
import type { Patch } from '../../patch/patch.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { routesTo, routeUses, subnetsOfTable, type RouteUse } from '../facts/uses.ts';
import { addValue, expectValue, removeValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly use: RouteUse;
  readonly reason: BlackholeReason | 'no-target' | 'failed';
  readonly kind: ResourceKind | undefined;
  readonly table: string;
  readonly target: string;
  readonly vpc: string;
}

const endings: Readonly<Record<Facts['reason'], (facts: Facts) => string>> = {
  missing: () => 'which does not exist; point it at something that does, or remove it',
  'no-target': ({ kind }) => `which is ${kind === undefined ? 'nothing' : withArticle(kind)}, and no route leads to one; point it at a gateway, an instance or an interface, or remove it`,
  state: () => 'which AWS reports as a blackhole; point it at something that works, or remove it',
  marked: () => 'which AWS reports as a blackhole; point it at something that works, or remove it',
  detached: ({ kind, vpc }) => (kind === 'transit-gateway' ? `which ${vpc} is not attached to; attach it or remove the route` : `which is attached to no VPC; attach it to ${vpc} or remove the route`),
  elsewhere: ({ vpc }) => `which belongs to another VPC than ${vpc}; point it at one of its own, or remove it`,
  failed: () => 'which failed when it was created and translates nothing; point it at another one, or remove it',
  deleted: () => 'which was deleted; point it at another one, or remove it',
  'no-interface': () => 'which has no network interface that could take the traffic; point it at one that has, or remove it',
};

/** What becomes of a route to a peering that is not active, the rule about such peerings tells. */
function isInactivePeering(lookup: Lookup, id: ResourceId): boolean {
  const resource = lookup.resource(id);
  return resource?.kind === 'vpc-peering-connection' && resource.state !== 'active';
}

function faultOf(lookup: Lookup, { target }: RouteUse): Facts['reason'] | undefined {
  if (target.kind === 'nat-gateway') return target.entry.value.state === 'failed' ? 'failed' : undefined;
  if (target.kind !== 'blackhole' || isInactivePeering(lookup, target.id)) return undefined;
  return target.reason === 'missing' && lookup.resource(target.id) !== undefined ? 'no-target' : target.reason;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const use of routeUses(lookup)) {
    const reason = faultOf(lookup, use);
    if (reason === undefined) continue;
    const { table, row, route } = use;
    const kind = lookup.resource(route.target)?.kind;
    const facts: Facts = { use, reason, kind, table: nameOf(lookup, table.id), target: nameOf(lookup, route.target), vpc: nameOf(lookup, table.value.vpc) };
    const isUsed = subnetsOfTable(lookup).has(table.id);
    yield { evidence: [{ at: table.id, row }, { at: asResourceId(route.target) }], namedBy: 1, facts, severity: isUsed ? 'error' : 'warning' };
  }
}

/** The VPC that a detached gateway could be attached to: it has none of the kind yet, and nothing sensitive would open. */
function vpcWithout(lookup: Lookup, id: ResourceId, gateway: InternetGateway | VirtualPrivateGateway): VpcEntry | undefined {
  const vpc = lookup.vpcs.get(id);
  const attached = gateway.kind === 'internet-gateway' ? vpc?.internetGateways : vpc?.virtualPrivateGateways;
  return vpc && attached?.length === 0 && gateway.region === vpc.value.region && opensNothing(lookup, vpc.subnets) ? vpc : undefined;
}

/** A NAT gateway there needs a way to the internet: a dead one is to be repaired, not removed. */
const needsWayOut = (lookup: Lookup, subnets: readonly SubnetEntry[]): boolean =>
  subnets.some((subnet) => subnet.vpc.natGateways.some((gateway) => gateway.subnet === subnet && gateway.value.connectivity === 'public' && !leadsToInternet(lookup, subnet.routeTable?.id)));

/** Whether the routes to a gateway would be right once it is attached: none of them is inside the VPC. */
function canAttach(lookup: Lookup, vpc: VpcEntry, gateway: { readonly id: string; readonly kind: string }): boolean {
  const isInside = (routesTo(lookup).get(gateway.id) ?? []).some(({ route }) => {
    const cidr = readCidr(route.destination);
    return cidr !== undefined && vpc.blocks.some((block) => contains(block, cidr));
  });
  const isFar = gateway.kind === 'virtual-private-gateway';
  return !isInside && !(isFar && needsWayOut(lookup, vpc.subnets));
}

/** Takes AWS's mark off the VPC's routes to a gateway: attached again, it takes what they send. */
const revive = (lookup: Lookup, gateway: ResourceId, vpc: ResourceId): Patch =>
  (routesTo(lookup).get(gateway) ?? []).flatMap(({ table, row, route }) => (table.value.vpc === vpc && route.state === 'blackhole' ? removeValue([table.id, 'routes', row, 'state'], route.state) : []));

/** Attaching the gateway is what was meant, where it can be done. */
function attach({ use: { table, route }, reason, target, vpc: name }: Facts, lookup: Lookup): readonly Fix[] {
  const gatewayId = asResourceId(route.target);
  const gateway = lookup.resource(gatewayId);
  if (reason !== 'detached' || (gateway?.kind !== 'internet-gateway' && gateway?.kind !== 'virtual-private-gateway')) return [];
  const vpc = vpcWithout(lookup, table.value.vpc, gateway);
  if (!vpc || !canAttach(lookup, vpc, { id: route.target, kind: gateway.kind })) return [];
  return [
    {
      title: `Attach ${target} to ${name}`,
      effect: 'Opens every way whose routes, addresses and rules are in place already.',
      patch: together([expectValue([route.target, 'kind'], gateway.kind)], addValue([route.target, 'vpc'], vpc.id), revive(lookup, gatewayId, vpc.id)),
    },
  ];
}

/** Removing it hands its destinations to wider routes, unless a twin would take over and open what it closed. */
function remove({ use: { table, row, route } }: Facts, lookup: Lookup): readonly Fix[] {
  const hasOther = Object.entries(table.value.routes).some(([other, { target }]) => other !== row && target !== 'local');
  const subnets = subnetsOfTable(lookup).get(table.id) ?? [];
  if ((hasOther && !opensNothing(lookup, subnets)) || needsWayOut(lookup, subnets)) return [];
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
