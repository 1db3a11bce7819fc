import { contains, formatCidr, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import { subnetSizes } from '../../aws/subnet-sizes.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { moveSubnet } from '../fixes/move-subnet.ts';

interface Facts {
  readonly subnet: SubnetEntry;
  readonly name: string;
  readonly vpc: string;
  readonly block: Cidr;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const subnet of lookup.subnets.values()) {
    for (const block of subnet.blocks) {
      // A block larger than any VPC's is a fault of its size.
      const isTooLarge = block.prefixLength < subnetSizes[block.family].largest;
      if (isTooLarge || subnet.vpc.blocks.some((outer) => contains(outer, block))) continue;
      yield { evidence: [{ at: subnet.id }, { at: subnet.vpc.id }], facts: { subnet, name: nameOf(lookup, subnet.id), vpc: nameOf(lookup, subnet.vpc.id), block } };
    }
  }
}

function explain({ subnet, name, vpc, block }: Facts): string {
  const own = subnet.vpc.blocks.filter(({ family }) => family === block.family).map(formatCidr);
  if (own.length === 0) return `${name} (${formatCidr(block)}) lies outside of ${vpc}, which has no IPv${block.family} block; add one to the VPC first.`;
  const whole = own.length === 1 ? own.join('') : `none of whose blocks (${own.join(', ')}) holds it whole`;
  return own.length === 1
    ? `${name} (${formatCidr(block)}) lies outside of ${vpc} (${whole}); give it a block inside.`
    : `${name} (${formatCidr(block)}) lies outside of ${vpc}, ${whole}; give it a block inside one of them.`;
}

export const subnetOutsideVpc = defineRule<Facts>({
  id: 'subnet-outside-vpc',
  area: 'addressing',
  severity: 'error',
  why: 'A subnet takes its addresses from one block of its VPC; AWS refuses a block that is not wholly inside one.',
  learnMore: documentation.subnetSizing,
  check,
  explain,
  fix: ({ subnet, block }, lookup) => (block.family === 4 ? moveSubnet(lookup, subnet) : []),
});
