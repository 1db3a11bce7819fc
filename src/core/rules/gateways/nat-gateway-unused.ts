import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, NatGatewayEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo } from '../facts/uses.ts';
import { deleteResource } from '../fixes/delete-resource.ts';

interface Facts {
  readonly gateway: NatGatewayEntry;
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const gateway of lookup.natGateways.values()) {
    const { state } = gateway.value;
    if ((state !== 'available' && state !== 'pending') || routesTo(lookup).has(gateway.id)) continue;
    yield { evidence: [{ at: gateway.id }], facts: { gateway, name: nameOf(lookup, gateway.id) } };
  }
}

export const natGatewayUnused = defineRule<Facts>({
  id: 'nat-gateway-unused',
  area: 'gateways',
  severity: 'advice',
  why: 'A NAT gateway serves the subnets whose tables route to it and is billed by the hour whether or not any does.',
  learnMore: documentation.natGateway,
  check,
  explain: ({ name }) => `No route table sends anything to ${name}; add a route for 0.0.0.0/0 to the tables of the private subnets, or delete it.`,
  fix: ({ gateway }, lookup) => deleteResource(lookup, gateway, 'Changes no traffic: no route leads to it.'),
});
