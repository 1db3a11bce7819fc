import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { SecurityGroupRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { findReversedPorts, type ReversedPorts } from '../facts/reversed-ports.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly group: ResourceId;
  readonly name: string;
  readonly reversed: ReversedPorts<SecurityGroupRule>;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const group of lookup.byKind['security-group']) {
    for (const reversed of findReversedPorts(group)) yield { evidence: [{ at: group.id, row: reversed.row, direction: reversed.direction }], facts: { group: group.id, name: nameOf(lookup, group.id), reversed } };
  }
}

export const groupPortsReversed = defineRule<Facts>({
  id: 'group-ports-reversed',
  area: 'security-groups',
  severity: 'error',
  why: 'A range of ports begins with its lowest one; AWS refuses a rule whose range ends before it begins, and such a rule lets nothing through.',
  learnMore: documentation.securityGroupRules,
  check,
  explain: ({ name, reversed: { direction, fromPort, toPort } }) => `${name} has an ${direction} rule for ports ${fromPort}–${toPort}, which ends before it begins and lets nothing through; swap the two ports.`,
  fix: ({ group, name, reversed: { direction, row, rule, fromPort, toPort } }) => [
    { title: `Remove the ${direction} rule for ports ${fromPort}–${toPort} from ${name}`, effect: 'Changes no traffic: the rule matches nothing.', patch: removeValue([group, direction, row], rule) },
  ],
});
