import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { subnetsOfAttachment } from '../../lookup/transit-gateways.ts';
import { subnetsForAttachment } from '../../editing/transit-gateways.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { attachedVpcs, sendersTo, type AttachedVpc } from '../facts/transit-routes.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly attached: AttachedVpc;
  readonly zone: string;
  readonly subnet: SubnetEntry;
  readonly name: string;
  readonly gateway: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const attached of attachedVpcs(lookup)) {
    const { attachment, gateway } = attached;
    if (attachment.value.subnets.some((id) => !lookup.subnets.has(id))) continue;
    const zones = new Set(subnetsOfAttachment(lookup, attachment).map(({ value }) => value.availabilityZone));
    for (const subnet of sendersTo(lookup, attached)) {
      const zone = subnet.value.availabilityZone;
      if (zones.has(zone)) continue;
      zones.add(zone);
      const facts: Facts = { attached, zone, subnet, name: nameOf(lookup, attachment.id), gateway: nameOf(lookup, gateway) };
      yield { evidence: [{ at: attachment.id }, { at: subnet.id }, { at: gateway }], facts };
    }
  }
}

function fix({ attached, zone, name }: Facts, lookup: Lookup): readonly Fix[] {
  const { attachment, vpc } = attached;
  const subnet = subnetsForAttachment(lookup.design, vpc.id).find((id) => lookup.subnets.get(id)?.value.availabilityZone === zone);
  if (subnet === undefined) return [];
  const { subnets } = attachment.value;
  return [{ title: `Add ${nameOf(lookup, subnet)} to ${name}`, effect: `Lets the subnets of ${zone} reach the transit gateway.`, patch: replaceValue([attachment.id, 'subnets'], subnets, [...subnets, subnet]) }];
}

export const transitAttachmentMissingZone = defineRule<Facts>({
  id: 'transit-attachment-missing-zone',
  area: 'gateways',
  severity: 'warning',
  why: 'An attachment reaches only the Availability Zones it has a subnet in: from another zone nothing gets to the transit gateway, whatever the routes say.',
  learnMore: documentation.transitGatewayAttachments,
  check,
  explain: ({ subnet, zone, name, gateway }) => `${subnet.value.name || subnet.id} in ${zone} sends traffic to ${gateway}, but ${name} has no subnet in ${zone}; add one there.`,
  fix,
});
