import { documentation } from '../../aws/documentation-links.ts';
import { describeTraffic } from '../../editing/rule-traffic.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { SecurityGroupRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly group: ResourceId;
  readonly name: string;
  readonly direction: Direction;
  readonly row: string;
  readonly rule: SecurityGroupRule;
  readonly gone: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('security-groups')) return;
  for (const { at, row, field, to } of lookup.danglingReferences) {
    const group = lookup.resource(at);
    if (group?.kind !== 'security-group' || field !== 'peer' || row === undefined) continue;
    const id = asRowId(row);
    const direction = id in group.inbound ? 'inbound' : 'outbound';
    const rule = group[direction][id];
    if (rule) yield { evidence: [{ at, row, direction }], facts: { group: at, name: nameOf(lookup, at), direction, row, rule, gone: to } };
  }
}

const fix = ({ group, name, direction, row, rule }: Facts): readonly Fix[] => [
  { title: `Remove the ${direction} rule for ${describeTraffic(rule)} from ${name}`, effect: 'Changes no traffic: the rule matches nobody.', patch: removeValue([group, direction, row], rule) },
];

export const danglingGroupPeer = defineRule<Facts>({
  id: 'dangling-group-peer',
  area: 'security-groups',
  severity: 'warning',
  why: 'A rule that names a group which was deleted is stale: it stays, matches nobody, and hides that somebody cannot get through.',
  learnMore: documentation.securityGroupRules,
  check,
  explain: ({ name, direction, rule, gone }) => `${name} lets ${describeTraffic(rule)} ${direction === 'inbound' ? 'in from' : 'out to'} ${gone}, which does not exist; name the group that is meant, or remove the rule.`,
  fix,
});
