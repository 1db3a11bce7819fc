import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly service: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.vpcEndpoints.values()) {
    if (value.type !== 'gateway' || value.routeTables.length > 0) continue;
    const isRouted = lookup.byKind['route-table'].some((table) => Object.values(table.value.routes).some(({ target }) => target === id));
    if (!isRouted) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), service: value.service } };
  }
}

export const gatewayEndpointUnused = defineRule<Facts>({
  id: 'gateway-endpoint-unused',
  area: 'gateways',
  severity: 'warning',
  why: 'A gateway endpoint is a route to its service in the tables it stands in; in none of them it carries nothing, and traffic to the service goes the internet’s way.',
  learnMore: documentation.gatewayEndpoints,
  check,
  explain: ({ name, service }) => `${name} stands in no route table, so no subnet reaches ${service} by it; choose the tables of the subnets that should.`,
});
