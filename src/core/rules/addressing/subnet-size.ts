import { blockAround4, contains, formatCidr, overlaps, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import { isSubnetSize, subnetSizes } from '../../aws/subnet-sizes.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly subnet: SubnetEntry;
  readonly name: string;
  readonly block: Cidr;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const subnet of lookup.subnets.values()) {
    for (const block of subnet.blocks) {
      if (isSubnetSize(block.family, block.prefixLength)) continue;
      yield { evidence: [{ at: subnet.id }], facts: { subnet, name: nameOf(lookup, subnet.id), block } };
    }
  }
}

function explain({ name, block }: Facts): string {
  const { largest, smallest, step } = subnetSizes[block.family];
  const choice = `choose /${largest} to /${smallest}${step === 1 ? '' : ` in steps of ${step}`}`;
  if (block.prefixLength < largest) return `${name} (${formatCidr(block)}) is larger than /${largest}, the largest subnet AWS allows; ${choice}.`;
  if (block.prefixLength > smallest) return `${name} (${formatCidr(block)}) is smaller than /${smallest}, the smallest subnet AWS allows; ${choice}.`;
  return `${name} (${formatCidr(block)}) has a prefix length AWS does not allow for subnets; ${choice}.`;
}

/** Enlarges a subnet that is too small, where the room around it is free. */
function fix({ subnet, name, block }: Facts): readonly Fix[] {
  const { smallest } = subnetSizes[4];
  if (block.family !== 4 || block.prefixLength <= smallest || subnet.value.cidr === undefined) return [];
  const enlarged = blockAround4(block.first, smallest);
  const isInside = subnet.vpc.blocks.some((outer) => contains(outer, enlarged));
  const isClear = subnet.vpc.subnets.every((other) => other === subnet || other.blocks.every((one) => !overlaps(one, enlarged)));
  // An address that is fine in the small block may be one that AWS reserves in the larger one.
  const isEmpty = subnet.interfaces.length === 0 && subnet.vpc.natGateways.every((gateway) => gateway.subnet !== subnet);
  if (!isInside || !isClear || !isEmpty) return [];
  return [{ title: `Enlarge ${name} to ${formatCidr(enlarged)}`, patch: replaceValue([subnet.id, 'cidr'], subnet.value.cidr, formatCidr(enlarged)) }];
}

export const subnetSize = defineRule<Facts>({
  id: 'subnet-size',
  area: 'addressing',
  severity: 'error',
  why: 'AWS allows IPv4 subnets from /16 to /28: five addresses of each are its own, and a subnet cannot be resized later.',
  learnMore: documentation.subnetSizing,
  check,
  explain,
  fix,
});
