import { formatCount } from '../../address/format-count.ts';
import { quotas } from '../../aws/limits.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { explainQuota, judgeQuota, type QuotaExcess } from '../facts/judge-quota.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly excess: QuotaExcess;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, subnets } of lookup.vpcs.values()) {
    const excess = judgeQuota(lookup, quotas.subnetsPerVpc, subnets.length);
    if (excess) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), excess }, severity: excess.severity };
  }
}

export const tooManySubnets = defineRule<Facts>({
  id: 'too-many-subnets',
  area: 'addressing',
  severity: 'advice',
  why: 'AWS limits how many subnets a VPC has; the quota can be raised, but not on the day it is needed.',
  learnMore: quotas.subnetsPerVpc.source,
  check,
  explain: ({ name, excess }) => `${name} has ${formatCount(excess.count)} subnets; ${explainQuota(excess)}, so ask for a higher quota before this is built.`,
});
