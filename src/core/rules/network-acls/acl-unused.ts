import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { NetworkAcl } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { subnetsOfAcl } from '../facts/uses.ts';
import { deleteResource } from '../fixes/delete-resource.ts';

interface Facts {
  readonly acl: Entry<NetworkAcl>;
  readonly name: string;
  readonly vpc: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const acl of lookup.byKind['network-acl']) {
    const vpc = lookup.vpcs.get(acl.value.vpc);
    if (!vpc || vpc.value.defaultNetworkAcl === acl.id || subnetsOfAcl(lookup).has(acl.id)) continue;
    yield { evidence: [{ at: acl.id }], facts: { acl, name: nameOf(lookup, acl.id), vpc: nameOf(lookup, vpc.id) } };
  }
}

export const aclUnused = defineRule<Facts>({
  id: 'acl-unused',
  area: 'network-acls',
  severity: 'advice',
  why: 'A custom network ACL that no subnet uses protects nothing; often a subnet was meant to have it.',
  learnMore: documentation.networkAcls,
  check,
  explain: ({ name, vpc }) => `${name} is used by no subnet of ${vpc}; attach it to the subnets it is meant for, or delete it.`,
  fix: ({ acl }, lookup) => deleteResource(lookup, acl, 'Changes no traffic: no subnet uses the ACL.'),
});
