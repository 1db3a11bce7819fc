import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { NetworkAclRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { findReversedPorts, type ReversedPorts } from '../facts/reversed-ports.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly acl: ResourceId;
  readonly name: string;
  readonly reversed: ReversedPorts<NetworkAclRule>;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const acl of lookup.byKind['network-acl']) {
    for (const reversed of findReversedPorts(acl)) yield { evidence: [{ at: acl.id, row: reversed.row, direction: reversed.direction }], facts: { acl: acl.id, name: nameOf(lookup, acl.id), reversed } };
  }
}

export const aclPortsReversed = defineRule<Facts>({
  id: 'acl-ports-reversed',
  area: 'network-acls',
  severity: 'error',
  why: 'A range of ports begins with its lowest one; AWS refuses a rule whose range ends before it begins, and such a rule decides nothing.',
  learnMore: documentation.networkAcls,
  check,
  explain: ({ name, reversed: { direction, fromPort, toPort } }) => `${name} has an ${direction} rule for ports ${fromPort}–${toPort}, which ends before it begins and decides nothing; swap the two ports.`,
  fix: ({ acl, name, reversed: { direction, row, rule, fromPort, toPort } }) => [
    { title: `Remove the ${direction} rule for ports ${fromPort}–${toPort} from ${name}`, effect: 'Changes no traffic: the rule matches nothing.', patch: removeValue([acl, direction, row], rule) },
  ],
});
