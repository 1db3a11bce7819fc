import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly subnet: string;
  readonly table: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.loadBalancers.values()) {
    if (value.scheme !== 'internet-facing') continue;
    for (const subnet of value.subnets.map((each) => lookup.subnets.get(each))) {
      const table = subnet?.routeTable;
      if (!subnet || !table || leadsToInternet(lookup, table.id)) continue;
      yield { evidence: [{ at: id }, { at: subnet.id }, { at: table.id }], facts: { name: nameOf(lookup, id), subnet: nameOf(lookup, subnet.id), table: nameOf(lookup, table.id) } };
    }
  }
}

export const loadBalancerWithoutInternetRoute = defineRule<Facts>({
  id: 'load-balancer-without-internet-route',
  area: 'gateways',
  severity: 'error',
  why: 'An internet-facing load balancer answers from its own subnets: each of them has to be public, or the clients that meet the node there get no answer.',
  learnMore: documentation.loadBalancerSubnets,
  check,
  explain: ({ name, subnet, table }) => `${name} is internet-facing, but ${subnet} has no route to an internet gateway (${table}); put it into a public subnet of that zone.`,
});
