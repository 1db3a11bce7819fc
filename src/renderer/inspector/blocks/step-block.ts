import { blockAround4, compareCidrs, containsAddress, formatCidr, lastAddress, nextFree, overlaps, previousBlock, type Cidr4 } from '@core/address/cidr.ts';
import { subnetSizes } from '@core/aws/subnet-sizes.ts';
import { blockOf, blocksOf, subnetsOf } from '@core/editing/members.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import { suggestSubnetCidrs } from '@core/editing/suggestions.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Subnet } from '@core/model/resources/index.ts';

/** A block to change to, or why there is none. */
export type BlockStep = { readonly cidr: string } | { readonly none: string };

interface Ground {
  readonly block: Cidr4;
  readonly within: readonly Cidr4[];
  readonly taken: readonly Cidr4[];
}

function groundOf(design: Design, id: ResourceId, subnet: Subnet): Ground | undefined {
  const block = blockOf(subnet);
  const vpc = design.resources[subnet.vpc];
  if (!block || vpc?.kind !== 'vpc') return undefined;
  const others = subnetsOf(design, subnet.vpc).filter((other) => other.id !== id);
  return { block, within: blocksOf(vpc), taken: others.map((other) => blockOf(other.value)).filter((other) => other !== undefined) };
}

const NO_BLOCK = 'The subnet has no IPv4 block in a VPC of the design.';

/** The free block of the same size before this one; blocks are tried downwards from it, VPC block by VPC block. */
function freeBefore({ block, within, taken }: Ground): Cidr4 | undefined {
  const below = [...within].filter(({ first }) => first <= block.first).sort((a, b) => compareCidrs(b, a));
  for (const outer of below) {
    const start = containsAddress(outer, block.first) ? previousBlock(block) : blockAround4(lastAddress(outer), block.prefixLength);
    for (let candidate = start; candidate && candidate.first >= outer.first; candidate = previousBlock(candidate)) {
      const tried = candidate;
      if (tried.family === 4 && !taken.some((other) => overlaps(other, tried))) return tried;
    }
  }
  return undefined;
}

/** The next or previous free block of the size the subnet has. */
export function stepToNeighbour(design: Design, id: ResourceId, direction: 'next' | 'previous'): BlockStep {
  const subnet = design.resources[id];
  const ground = subnet?.kind === 'subnet' ? groundOf(design, id, subnet) : undefined;
  if (!ground) return { none: NO_BLOCK };
  const { block, within, taken } = ground;
  const found =
    direction === 'previous'
      ? freeBefore(ground)
      : nextFree({ within, taken: [...taken, block], prefixLength: block.prefixLength, from: lastAddress(block) + 1 });
  return found
    ? { cidr: formatCidr(found) }
    : { none: `No free /${block.prefixLength} lies ${direction === 'next' ? 'after' : 'before'} ${formatCidr(block)} in the VPC.` };
}

/** Where a subnet could go with another prefix length: around the same start, else the lowest free blocks. */
function blocksOfLength(design: Design, id: ResourceId, prefixLength: number): readonly string[] {
  const subnet = design.resources[id];
  const block = subnet?.kind === 'subnet' ? blockOf(subnet) : undefined;
  if (subnet?.kind !== 'subnet' || !block) return [];
  return [formatCidr(blockAround4(block.first, prefixLength)), ...suggestSubnetCidrs(design, { vpc: subnet.vpc, besides: id, prefixLength })];
}

/** The block of the next prefix length: around the same start where that is free, else the lowest free one. */
export function stepPrefix(design: Design, id: ResourceId, direction: 'larger' | 'smaller'): BlockStep {
  const subnet = design.resources[id];
  const now = subnet?.kind === 'subnet' ? blockOf(subnet)?.prefixLength : undefined;
  if (now === undefined) return { none: NO_BLOCK };
  const prefixLength = now + (direction === 'larger' ? -1 : 1);
  const { largest, smallest } = subnetSizes[4];
  if (prefixLength < largest || prefixLength > smallest) return { none: `AWS allows subnets of /${largest} to /${smallest}.` };
  const tried = blocksOfLength(design, id, prefixLength).map((cidr) => ({ cidr, result: setSubnetCidr(design, { subnet: id, cidr }) }));
  const found = tried.find(({ result }) => result.ok);
  if (found) return { cidr: found.cidr };
  return { none: `No free /${prefixLength} is left in the VPC for this subnet.` };
}
