import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { EgressOnlyInternetGateway } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo } from '../facts/uses.ts';
import { deleteResource } from '../fixes/delete-resource.ts';

interface Facts {
  readonly gateway: Entry<EgressOnlyInternetGateway>;
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const gateway of lookup.byKind['egress-only-internet-gateway']) {
    if (routesTo(lookup).has(gateway.id)) continue;
    yield { evidence: [{ at: gateway.id }], facts: { gateway, name: nameOf(lookup, gateway.id) } };
  }
}

export const egressOnlyGatewayUnused = defineRule<Facts>({
  id: 'egress-only-gateway-unused',
  area: 'gateways',
  severity: 'advice',
  why: 'An egress-only internet gateway carries the IPv6 traffic of the subnets whose tables route to it, and of no other.',
  learnMore: documentation.egressOnlyInternetGateway,
  check,
  explain: ({ name }) => `No route table sends anything to ${name}; add a route for ::/0 to the tables of the private subnets, or delete it.`,
  fix: ({ gateway }, lookup) => deleteResource(lookup, gateway, 'Changes no traffic: no route leads to it.'),
});
