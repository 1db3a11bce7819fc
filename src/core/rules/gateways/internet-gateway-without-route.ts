import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo } from '../facts/uses.ts';

interface Facts {
  readonly name: string;
  readonly vpc: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const vpc of lookup.vpcs.values()) {
    const [gateway, ...others] = vpc.internetGateways;
    // Several gateways are a fault of their own; an empty VPC is only begun.
    if (gateway === undefined || others.length > 0 || vpc.subnets.length === 0 || routesTo(lookup).has(gateway)) continue;
    yield { evidence: [{ at: gateway }, { at: vpc.id }], facts: { name: nameOf(lookup, gateway), vpc: nameOf(lookup, vpc.id) } };
  }
}

export const internetGatewayWithoutRoute = defineRule<Facts>({
  id: 'internet-gateway-without-route',
  area: 'gateways',
  severity: 'advice',
  why: 'Attaching an internet gateway opens nothing: a subnet becomes public by a route to it in the route table the subnet uses.',
  learnMore: documentation.internetGateway,
  check,
  explain: ({ name, vpc }) => `${name} is attached to ${vpc}, but no route table sends anything to it; add a route for 0.0.0.0/0 to the table of the public subnets, or detach it.`,
});
