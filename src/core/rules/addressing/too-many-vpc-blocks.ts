import { formatCount } from '../../address/format-count.ts';
import { quotas } from '../../aws/limits.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { explainQuota, judgeQuota, type QuotaExcess } from '../facts/judge-quota.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly family: 4 | 6;
  readonly excess: QuotaExcess;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.vpcs.values()) {
    const counts = { 4: Object.keys(value.secondaryCidrs).length + 1, 6: Object.keys(value.ipv6Cidrs).length } as const;
    for (const family of [4, 6] as const) {
      const excess = judgeQuota(lookup, family === 4 ? quotas.ipv4CidrsPerVpc : quotas.ipv6CidrsPerVpc, counts[family]);
      if (excess) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), family, excess }, severity: excess.severity };
    }
  }
}

export const tooManyVpcBlocks = defineRule<Facts>({
  id: 'too-many-vpc-blocks',
  area: 'addressing',
  severity: 'advice',
  why: 'AWS limits how many CIDR blocks a VPC has; IPv4 and IPv6 are counted apart and the primary block counts.',
  learnMore: quotas.ipv4CidrsPerVpc.source,
  check,
  explain: ({ name, family, excess }) => `${name} has ${formatCount(excess.count)} IPv${family} CIDR blocks; ${explainQuota(excess)}, so plan fewer and larger blocks.`,
});
