import { formatCount } from '../../address/format-count.ts';
import { readCidr } from '../../address/cidr.ts';
import { quotas } from '../../aws/limits.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Lookup } from '../../lookup/entries.ts';
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

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const quota = quotas.rulesPerNetworkAcl;
  for (const { id, value } of lookup.byKind['network-acl']) {
    for (const direction of directions) {
      const rules = Object.values(value[direction]);
      if (rules.length < quota.default) continue;
      for (const family of families) {
        // The closing rule counts.
        const count = rules.filter(({ cidr }) => readCidr(cidr)?.family === family).length + 1;
        const excess = judgeQuota(lookup, quota, count);
        if (excess) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), direction, family, excess }, severity: excess.severity };
      }
    }
  }
}

export const tooManyAclRules = defineRule<Facts>({
  id: 'too-many-acl-rules',
  area: 'network-acls',
  severity: 'advice',
  why: 'AWS limits the rules of a network ACL in each direction; IPv4 and IPv6 are counted apart, and the closing rule counts.',
  learnMore: quotas.rulesPerNetworkAcl.source,
  check,
  explain: ({ name, direction, family, excess }) => `${name} has ${formatCount(excess.count)} ${direction} IPv${family} rules with the closing one; ${explainQuota(excess)}, so join blocks and port ranges.`,
});
