import { formatCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { findOverlappingBlocks, type Overlap } from '../facts/overlapping-blocks.ts';
import { moveSubnet } from '../fixes/move-subnet.ts';

interface Facts {
  readonly overlap: Overlap<SubnetEntry>;
  readonly first: string;
  readonly second: string;
  readonly vpc: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const vpc of lookup.vpcs.values()) {
    const blocks = vpc.subnets.flatMap((owner) => owner.blocks.map((block) => ({ owner, block })));
    for (const overlap of findOverlappingBlocks(blocks)) {
      const { first, second } = overlap;
      yield {
        evidence: [{ at: first.owner.id }, { at: second.owner.id }],
        facts: { overlap, first: nameOf(lookup, first.owner.id), second: nameOf(lookup, second.owner.id), vpc: nameOf(lookup, vpc.id) },
      };
    }
  }
}

export const subnetsOverlap = defineRule<Facts>({
  id: 'subnets-overlap',
  area: 'addressing',
  severity: 'error',
  why: 'AWS refuses a subnet whose block overlaps another subnet of the same VPC: an address belongs to one subnet.',
  learnMore: documentation.subnetSizing,
  check,
  explain: ({ overlap, first, second, vpc }) =>
    `${first} (${formatCidr(overlap.first.block)}) and ${second} (${formatCidr(overlap.second.block)}) in ${vpc} overlap; give one of them another block.`,
  fix: ({ overlap }, lookup) => {
    if (overlap.first.block.family === 6) return [];
    return [overlap.second, overlap.first].flatMap(({ owner }) => moveSubnet(lookup, owner)).slice(0, 1);
  },
});
