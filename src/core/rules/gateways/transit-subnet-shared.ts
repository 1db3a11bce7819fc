import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { subnetsOfAttachment } from '../../lookup/transit-gateways.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { attachedVpcs } from '../facts/transit-routes.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly subnet: string;
}

const isOwn = (owner: string | undefined): boolean => owner === 'transit_gateway' || owner === 'transit-gateway';

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { attachment } of attachedVpcs(lookup)) {
    for (const subnet of subnetsOfAttachment(lookup, attachment)) {
      if (subnet.interfaces.every(({ value }) => isOwn(value.owner))) continue;
      yield { evidence: [{ at: attachment.id }, { at: subnet.id }], facts: { name: nameOf(lookup, attachment.id), subnet: nameOf(lookup, subnet.id) } };
    }
  }
}

export const transitSubnetShared = defineRule<Facts>({
  id: 'transit-subnet-shared',
  area: 'gateways',
  severity: 'advice',
  why: 'In a subnet that machines share with an attachment one network ACL judges both, once on the way out and not at all on the way in, which is easily misread; AWS advises a small subnet of its own.',
  learnMore: documentation.transitGatewayDesign,
  check,
  explain: ({ name, subnet }) => `${subnet} holds machines and is a subnet of ${name}; give the attachment a small subnet of its own, such as a /28.`,
});
