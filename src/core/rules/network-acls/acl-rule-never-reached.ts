import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { NetworkAcl, NetworkAclRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { describeAclRule, writtenRule } from '../facts/acl-words.ts';
import { coveredAclRules, type CoveredAclRule } from '../facts/covered-acl-rules.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly acl: ResourceId;
  readonly name: string;
  readonly direction: Direction;
  readonly row: string;
  readonly rule: NetworkAclRule;
  readonly numbers: readonly number[];
  readonly isContradicted: boolean;
}

function describe(lookup: Lookup, acl: Entry<NetworkAcl>, { direction, rule, by }: CoveredAclRule): Fault<Facts> | undefined {
  const written = writtenRule(acl.value, direction, rule);
  if (!written) return undefined;
  const isContradicted = by.some(({ effect }) => effect !== rule.effect);
  const numbers = by.flatMap((one) => writtenRule(acl.value, direction, one)?.number ?? []);
  return {
    evidence: [{ at: acl.id, row: rule.row, direction }, ...by.slice(0, 2).map(({ row }) => ({ at: acl.id, row, direction }))],
    namedBy: 1,
    facts: { acl: acl.id, name: nameOf(lookup, acl.id), direction, row: rule.row, rule: written, numbers, isContradicted },
    severity: isContradicted ? 'warning' : 'advice',
  };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const acl of lookup.byKind['network-acl']) {
    for (const covered of coveredAclRules(acl.value)) {
      const fault = describe(lookup, acl, covered);
      if (fault) yield fault;
    }
  }
}

function explain({ name, direction, rule, numbers, isContradicted }: Facts): string {
  const start = `${name} never gets to ${direction} rule ${rule.number} (${describeAclRule(rule, direction)})`;
  const before = `${numbers.length === 1 ? 'rule' : 'rules'} ${nameList(numbers.map(String))} ${numbers.length === 1 ? 'decides' : 'decide'} all of it first`;
  return isContradicted ? `${start}: ${before}, and not the same way; give it a lower number or remove it.` : `${start}: ${before}, the same way; remove it.`;
}

const fix = ({ acl, name, direction, row, rule }: Facts): readonly Fix[] => [
  { title: `Remove ${direction} rule ${rule.number} from ${name}`, effect: 'Changes no traffic: the rule never decides.', patch: removeValue([acl, direction, row], rule) },
];

export const aclRuleNeverReached = defineRule<Facts>({
  id: 'acl-rule-never-reached',
  area: 'network-acls',
  severity: 'warning',
  why: 'Rules are tried by their numbers and the first that matches decides. A rule whose traffic is all decided before looks like protection or permission and is neither.',
  learnMore: documentation.networkAcls,
  check,
  explain,
  fix,
});
