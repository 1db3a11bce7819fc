import { formatCount } from '../../address/format-count.ts';
import { readCidr } from '../../address/cidr.ts';
import { quotas } from '../../aws/limits.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Lookup } from '../../lookup/entries.ts';
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

/** A rule for a block counts for its family, any other rule for both. */
const countsFor = (family: 4 | 6, { peer }: SecurityGroupRule): boolean => !('cidr' in peer) || readCidr(peer.cidr)?.family === family;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const quota = quotas.rulesPerSecurityGroup;
  for (const { id, value } of lookup.byKind['security-group']) {
    for (const direction of directions) {
      const rules = Object.values(value[direction]);
      if (rules.length <= quota.default) continue;
      for (const family of families) {
        const excess = judgeQuota(lookup, quota, rules.filter((rule) => countsFor(family, rule)).length);
        if (excess) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), direction, family, excess }, severity: excess.severity };
      }
    }
  }
}

export const tooManyGroupRules = defineRule<Facts>({
  id: 'too-many-group-rules',
  area: 'security-groups',
  severity: 'advice',
  why: 'AWS limits the rules of a security group in each direction; IPv4 and IPv6 are counted apart.',
  learnMore: quotas.rulesPerSecurityGroup.source,
  check,
  explain: ({ name, direction, family, excess }) => `${name} has ${formatCount(excess.count)} ${direction} rules that count for IPv${family}; ${explainQuota(excess)}, so use a prefix list or join blocks.`,
});
