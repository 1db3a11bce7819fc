import { formatCount } from '../../address/format-count.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { computeFacts } from '../../lookup/resource-facts.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly cidr: string;
  readonly used: number;
  readonly free: number;
}

/** Share of the usable addresses from which a subnet counts as nearly full. */
const NEARLY_FULL = 0.9;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const facts = computeFacts(lookup.design);
  for (const { id, value } of lookup.subnets.values()) {
    const known = facts[id];
    if (known?.kind !== 'subnet' || known.used === 0 || value.cidr === undefined) continue;
    const { used, free } = known;
    if (used < NEARLY_FULL * (used + free)) continue;
    yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), cidr: value.cidr, used, free }, severity: free === 0 ? 'warning' : 'advice' };
  }
}

function explain({ name, cidr, used, free }: Facts): string {
  return free === 0
    ? `${name} (${cidr}) is full: ${formatCount(used)} addresses in use, none free; launch elsewhere or add a subnet.`
    : `${name} (${cidr}) is nearly full: ${formatCount(free)} of ${formatCount(used + free)} usable addresses are free; add a subnet before it fills up.`;
}

export const subnetNearlyFull = defineRule<Facts>({
  id: 'subnet-nearly-full',
  area: 'addressing',
  severity: 'advice',
  why: 'A subnet cannot be resized. When its addresses are used up, launches, load balancers and scaling in it fail.',
  learnMore: documentation.subnetSizing,
  check,
  explain,
});
