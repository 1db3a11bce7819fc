import { blockAround4, contains, formatCidr, overlaps, readCidr, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import { isVpcSize, vpcSizes } from '../../aws/subnet-sizes.ts';
import type { Evidence } from '../../findings/evidence.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly vpc: VpcEntry;
  readonly name: string;
  readonly block: Cidr;
  readonly isPrimary: boolean;
}

/** The primary block and the IPv6 blocks; the further IPv4 blocks are judged by the rule about adding them. */
function* blocksOf({ id, value }: VpcEntry): Iterable<{ readonly evidence: Evidence; readonly text: string; readonly isPrimary: boolean }> {
  yield { evidence: { at: id }, text: value.cidr, isPrimary: true };
  for (const [row, { cidr }] of Object.entries(value.ipv6Cidrs)) yield { evidence: { at: id, row }, text: cidr, isPrimary: false };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const vpc of lookup.vpcs.values()) {
    for (const { evidence, text, isPrimary } of blocksOf(vpc)) {
      const block = readCidr(text);
      if (block === undefined || isVpcSize(block.family, block.prefixLength)) continue;
      yield { evidence: [evidence], facts: { vpc, name: nameOf(lookup, vpc.id), block, isPrimary } };
    }
  }
}

function explain({ name, block }: Facts): string {
  const { largest, smallest, step } = vpcSizes[block.family];
  const choice = `choose /${largest} to /${smallest}${step === 1 ? '' : ` in steps of ${step}`}`;
  if (block.prefixLength < largest) return `${name} (${formatCidr(block)}) is larger than /${largest}, the largest block AWS gives a VPC; ${choice}.`;
  if (block.prefixLength > smallest) return `${name} (${formatCidr(block)}) is smaller than /${smallest}, the smallest block AWS gives a VPC; ${choice}.`;
  return `${name} (${formatCidr(block)}) has a prefix length AWS does not give a VPC; ${choice}.`;
}

/** The nearest allowed size, where every subnet still lies inside and no other block of the VPC is touched. */
function fix({ vpc, name, block, isPrimary }: Facts): readonly Fix[] {
  if (!isPrimary || block.family !== 4) return [];
  const { largest, smallest } = vpcSizes[4];
  const resized = blockAround4(block.first, block.prefixLength < largest ? largest : smallest);
  const [, ...others] = vpc.blocks;
  const isClear = others.every((other) => !overlaps(other, resized));
  const holdsSubnets = vpc.subnets.every((subnet) => subnet.blocks.every((one) => one.family === 6 || !overlaps(block, one) || contains(resized, one)));
  if (!isClear || !holdsSubnets) return [];
  return [{ title: `Change ${name} to ${formatCidr(resized)}`, patch: replaceValue([vpc.id, 'cidr'], vpc.value.cidr, formatCidr(resized)) }];
}

export const vpcBlockSize = defineRule<Facts>({
  id: 'vpc-block-size',
  area: 'addressing',
  severity: 'error',
  why: 'AWS gives a VPC IPv4 blocks from /16 to /28 and refuses larger and smaller ones; a block cannot be resized later.',
  learnMore: documentation.vpcCidrBlocks,
  check,
  explain,
  fix,
});
