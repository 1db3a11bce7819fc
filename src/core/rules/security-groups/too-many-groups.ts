import { formatCount } from '../../address/format-count.ts';
import { quotas } from '../../aws/limits.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { explainQuota, judgeQuota, type QuotaExcess } from '../facts/judge-quota.ts';
import { nameOfHolder } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly what: 'groups' | 'rules';
  readonly excess: QuotaExcess;
}

function countRules({ groups }: InterfaceEntry): number {
  const count = (direction: 'inbound' | 'outbound'): number => groups.reduce((sum, { value }) => sum + Object.keys(value[direction]).length, 0);
  return Math.max(count('inbound'), count('outbound'));
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const entry of lookup.interfaces.values()) {
    if (entry.groups.length < 2) continue;
    const groups = judgeQuota(lookup, quotas.securityGroupsPerNetworkInterface, entry.groups.length);
    const rules = groups ? undefined : judgeQuota(lookup, quotas.securityGroupRulesPerNetworkInterface, countRules(entry));
    const excess = groups ?? rules;
    if (excess) yield { evidence: [{ at: entry.id }], facts: { name: nameOfHolder(lookup, entry), what: groups ? 'groups' : 'rules', excess }, severity: excess.severity };
  }
}

export const tooManyGroups = defineRule<Facts>({
  id: 'too-many-groups',
  area: 'security-groups',
  severity: 'advice',
  why: 'AWS limits how many groups an interface is in, and how many rules they have together: rules times groups may not exceed 1,000.',
  learnMore: quotas.securityGroupsPerNetworkInterface.source,
  check,
  explain: ({ name, what, excess }) =>
    what === 'groups'
      ? `The interface of ${name} is in ${formatCount(excess.count)} security groups; ${explainQuota(excess)}, so join groups that always go together.`
      : `The groups of the interface of ${name} have ${formatCount(excess.count)} rules in one direction; ${explainQuota(excess)}, so join groups and rules.`,
});
