import { formatCidr, overlaps } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { attachedVpcs } from '../facts/transit-routes.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly gateway: string;
  readonly one: string;
  readonly other: string;
  readonly blocks: readonly [string, string];
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const all = attachedVpcs(lookup);
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      if (one.gateway !== other.gateway || one.vpc === other.vpc) continue;
      const pair = one.vpc.blocks.flatMap((a) => other.vpc.blocks.flatMap((b) => (overlaps(a, b) ? [[formatCidr(a), formatCidr(b)] as const] : [])))[0];
      if (!pair) continue;
      yield { evidence: [{ at: one.vpc.id }, { at: other.vpc.id }, { at: one.gateway }], facts: { gateway: nameOf(lookup, one.gateway), one: nameOf(lookup, one.vpc.id), other: nameOf(lookup, other.vpc.id), blocks: pair } };
    }
  }
}

export const transitBlocksOverlap = defineRule<Facts>({
  id: 'transit-blocks-overlap',
  area: 'addressing',
  severity: 'warning',
  why: 'A transit gateway does not route between VPCs whose blocks overlap: the routes of the one attached later are not propagated.',
  learnMore: documentation.transitGatewayAttachments,
  check,
  explain: ({ gateway, one, other, blocks: [a, b] }) => `${one} (${a}) and ${other} (${b}) overlap and are both attached to ${gateway}, which routes to one of them only; give one of them other addresses.`,
});
