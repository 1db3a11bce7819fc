import { documentation } from '../../aws/documentation-links.ts';
import { computeFacts } from '../../lookup/resource-facts.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
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

function whyTooSmall(lookup: Lookup, subnet: SubnetEntry): string | undefined {
  const block = subnet.blocks.find(({ family }) => family === 4);
  if (!block) return undefined;
  if (block.prefixLength > LONGEST_PREFIX) return `is a /${block.prefixLength}`;
  const fact = computeFacts(lookup.design)[subnet.id];
  if (fact?.kind !== 'subnet' || fact.free >= FREE_ADDRESSES) return undefined;
  return `has ${fact.free} free address${fact.free === 1 ? '' : 'es'}`;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.loadBalancers.values()) {
    if (value.type !== 'application' && value.type !== 'classic') continue;
    for (const subnet of value.subnets.flatMap((each) => lookup.subnets.get(each) ?? [])) {
      const why = whyTooSmall(lookup, subnet);
      if (why === undefined) continue;
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
