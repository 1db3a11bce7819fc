import { formatCount } from '../../address/format-count.ts';
import { readCidr } from '../../address/cidr.ts';
import { quotas } from '../../aws/limits.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { prefixListWeight } from '../../lookup/prefix-lists.ts';
import type { SecurityGroupRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { directions, families } from '../facts/covered-acl-rules.ts';
import { explainQuota, judgeQuota, type QuotaExcess } from '../facts/judge-quota.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly direction: Direction;
  readonly family: 4 | 6;
  readonly excess: QuotaExcess;
}

/** A rule for a block or a list of one family counts for that, any other rule for both. */
function countsFor(family: 4 | 6, { peer }: SecurityGroupRule, lookup: Lookup): boolean {
  if ('cidr' in peer) return readCidr(peer.cidr)?.family === family;
  const list = 'prefixList' in peer ? lookup.resource(peer.prefixList) : undefined;
  return list?.kind !== 'prefix-list' || list.family === undefined || list.family === `ipv${family}`;
}

/** A rule that names a prefix list counts as the most entries the list may have (VPC User Guide, security-group-size). */
const weightOf = (lookup: Lookup, rules: readonly SecurityGroupRule[]): number =>
  rules.reduce((sum, { peer }) => sum + ('prefixList' in peer ? (prefixListWeight(lookup, peer.prefixList) ?? 1) : 1), 0);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const quota = quotas.rulesPerSecurityGroup;
  for (const { id, value } of lookup.byKind['security-group']) {
    for (const direction of directions) {
      const rules = Object.values(value[direction]);
      if (weightOf(lookup, rules) <= quota.default) continue;
      for (const family of families) {
        const excess = judgeQuota(lookup, quota, weightOf(lookup, rules.filter((rule) => countsFor(family, rule, lookup))));
        if (excess) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), direction, family, excess }, severity: excess.severity };
      }
    }
  }
}

export const tooManyGroupRules = defineRule<Facts>({
  id: 'too-many-group-rules',
  area: 'security-groups',
  severity: 'advice',
  why: 'AWS limits the rules of a security group in each direction; IPv4 and IPv6 are counted apart, and a prefix list counts as its maximum entries.',
  learnMore: quotas.rulesPerSecurityGroup.source,
  check,
  explain: ({ name, direction, family, excess }) => `${name} has ${formatCount(excess.count)} ${direction} rules that count for IPv${family}; ${explainQuota(excess)}, so use a prefix list or join blocks.`,
});
