import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { instanceOfTarget, listenerLegs } from '../facts/balancer-legs.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly target: string;
  readonly zone: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const seen = new Set<string>();
  for (const { balancer, found } of listenerLegs(lookup)) {
    const zones = new Set(balancer.value.subnets.flatMap((subnet) => lookup.subnets.get(subnet)?.value.availabilityZone ?? []));
    for (const target of found.targets) {
      const instance = instanceOfTarget(target);
      const key = `${balancer.id} ${target.target}`;
      if (!instance || target.zone === undefined || zones.size === 0 || zones.has(target.zone) || seen.has(key)) continue;
      seen.add(key);
      yield { evidence: [{ at: balancer.id }, { at: instance.id }], facts: { name: nameOf(lookup, balancer.id), target: nameOf(lookup, instance.id), zone: target.zone } };
    }
  }
}

export const targetOutsideZones = defineRule<Facts>({
  id: 'target-outside-zones',
  area: 'gateways',
  severity: 'warning',
  why: 'A load balancer hands on to targets in the zones it has a subnet in; targets of other zones stay registered and get nothing.',
  learnMore: documentation.targetGroups,
  check,
  explain: ({ name, target, zone }) => `${target} is a target of ${name} in ${zone}, where ${name} has no subnet, so it gets nothing; give ${name} a subnet there.`,
});
