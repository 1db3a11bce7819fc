import { documentation } from '../../aws/documentation-links.ts';
import { computeFacts } from '../../lookup/resource-facts.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly subnet: string;
  readonly why: string;
}

/** A subnet of a load balancer is a /27 or larger and has eight free addresses (Application Load Balancers guide, application-load-balancers). */
const LONGEST_PREFIX = 27;
const FREE_ADDRESSES = 8;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.loadBalancers.values()) {
    if (value.type !== 'application' && value.type !== 'classic') continue;
    for (const subnet of value.subnets.map((each) => lookup.subnets.get(each))) {
      const block = subnet?.blocks.find(({ family }) => family === 4);
      const fact = subnet && computeFacts(lookup.design)[subnet.id];
      if (!subnet || !block) continue;
      const isSmall = block.prefixLength > LONGEST_PREFIX;
      const free = fact?.kind === 'subnet' ? fact.free : FREE_ADDRESSES;
      if (!isSmall && free >= FREE_ADDRESSES) continue;
      const why = isSmall ? `is a /${block.prefixLength}` : `has ${free} free address${free === 1 ? '' : 'es'}`;
      yield { evidence: [{ at: id }, { at: subnet.id }], facts: { name: nameOf(lookup, id), subnet: nameOf(lookup, subnet.id), why } };
    }
  }
}

export const loadBalancerSubnetSize = defineRule<Facts>({
  id: 'load-balancer-subnet-size',
  area: 'gateways',
  severity: 'warning',
  why: 'A load balancer takes more addresses as it grows: each of its subnets has to be a /27 or larger with at least eight free addresses.',
  learnMore: documentation.loadBalancerSubnets,
  check,
  explain: ({ name, subnet, why }) => `${name} stands in ${subnet}, which ${why}; give it a /27 or larger with eight free addresses.`,
});
