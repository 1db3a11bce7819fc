import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { InternetGateway } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo } from '../facts/uses.ts';
import { wholeOf } from '../facts/whole-design.ts';
import { deleteResource } from '../fixes/delete-resource.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly gateway: Entry<InternetGateway>;
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const gateway of lookup.byKind['internet-gateway']) {
    // A route that names it leads to nothing, and the rule about such routes tells it.
    if (gateway.value.vpc !== undefined || routesTo(lookup).has(gateway.id)) continue;
    yield { evidence: [{ at: gateway.id }], facts: { gateway, name: nameOf(lookup, gateway.id) } };
  }
}

/** Attaches it where one VPC of the Region has none; no route names it, so nothing opens. Or deletes it. */
function fix({ gateway, name }: Facts, lookup: Lookup): readonly Fix[] {
  const { id, value } = gateway;
  const without = [...wholeOf(lookup).vpcs.values()].filter((vpc) => vpc.value.region === value.region && vpc.internetGateways.length === 0);
  const [only] = without;
  const attach: readonly Fix[] =
    only && without.length === 1
      ? [{ title: `Attach ${name} to ${nameOf(lookup, only.id)}`, effect: 'Opens nothing by itself: no route points at it yet.', patch: together([expectValue([id, 'kind'], value.kind)], addValue([id, 'vpc'], only.id)) }]
      : [];
  return [...attach, ...deleteResource(lookup, gateway, 'Changes no traffic: nothing uses the gateway.')];
}

export const internetGatewayDetached = defineRule<Facts>({
  id: 'internet-gateway-detached',
  area: 'gateways',
  severity: 'advice',
  why: 'An internet gateway works only while it is attached to a VPC, and it counts against the quota of the Region.',
  learnMore: documentation.internetGateway,
  check,
  explain: ({ name }) => `${name} is attached to no VPC and no route points at it; attach it to the VPC it is meant for, or delete it.`,
  fix,
});
