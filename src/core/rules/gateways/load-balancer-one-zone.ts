import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly zone: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.loadBalancers.values()) {
    const zones = new Set(value.subnets.flatMap((subnet) => lookup.subnets.get(subnet)?.value.availabilityZone ?? []));
    const [zone] = zones;
    if (value.type === 'application' && zones.size === 1 && zone !== undefined) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), zone } };
  }
}

export const loadBalancerOneZone = defineRule<Facts>({
  id: 'load-balancer-one-zone',
  area: 'gateways',
  severity: 'warning',
  why: 'An Application Load Balancer needs subnets in at least two Availability Zones; AWS refuses to make one with fewer.',
  learnMore: documentation.loadBalancerSubnets,
  check,
  explain: ({ name, zone }) => `${name} stands in ${zone} only; give it a subnet in a second zone.`,
});
