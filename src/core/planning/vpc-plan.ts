import { addressCount, compareCidrs, formatAddress, freeGaps, lastAddress, type Cidr4 } from '../address/cidr.ts';
import { usableIpv4Addresses } from '../aws/subnet-sizes.ts';
import { usedAddresses } from '../editing/free-addresses.ts';
import { blockOf, blocksOf, isPublicSubnet, subnetsOf } from '../editing/members.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';

/** A subnet in the plan of its VPC. */
export interface PlannedSubnet {
  readonly id: ResourceId;
  readonly name: string;
  readonly block: Cidr4;
  readonly zone: string;
  /** Whether its routes lead to an attached internet gateway. */
  readonly isPublic: boolean;
  /** Private addresses that are held. */
  readonly used: number;
  /** Addresses that can be given out: all but the five that AWS keeps. */
  readonly usable: number;
}

/** Free addresses in a row, which may be several aligned blocks. */
export interface GapRange {
  readonly first: string;
  readonly last: string;
  readonly addresses: number;
  /** The shortest prefix length of a block that fits into it. */
  readonly largest: number;
}

/** How the IPv4 addresses of a VPC are divided. Counts are of addresses. */
export interface VpcPlan {
  readonly id: ResourceId;
  readonly name: string;
  /** The primary block first. */
  readonly blocks: readonly Cidr4[];
  /** By address. */
  readonly subnets: readonly PlannedSubnet[];
  /** What is free, as the fewest aligned blocks, by address. */
  readonly gaps: readonly Cidr4[];
  readonly ranges: readonly GapRange[];
  readonly total: number;
  readonly allocated: number;
  readonly free: number;
}

const countAll = (blocks: readonly Cidr4[]): number => blocks.reduce((sum, block) => sum + addressCount(block), 0);

/** Blocks that follow each other, in the same block of the VPC, are one range. */
function joinGaps(gaps: readonly Cidr4[], blocks: readonly Cidr4[]): readonly GapRange[] {
  const starts = new Set(blocks.map(({ first }) => first));
  const groups: Cidr4[][] = [];
  for (const gap of gaps) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (group && before && lastAddress(before) + 1 === gap.first && !starts.has(gap.first)) group.push(gap);
    else groups.push([gap]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group[group.length - 1];
    if (!first || !last) return [];
    return [{ first: formatAddress(first.first), last: formatAddress(lastAddress(last)), addresses: countAll(group), largest: Math.min(...group.map(({ prefixLength }) => prefixLength)) }];
  });
}

const known = new WeakMap<Design, Map<ResourceId, VpcPlan | undefined>>();

function makePlan(design: Design, id: ResourceId): VpcPlan | undefined {
  const vpc = design.resources[id];
  if (vpc?.kind !== 'vpc') return undefined;
  const blocks = blocksOf(vpc);
  const subnets = subnetsOf(design, id).flatMap(({ id: subnet, value }): readonly PlannedSubnet[] => {
    const block = blockOf(value);
    if (!block) return [];
    return [{ id: subnet, name: value.name, block, zone: value.availabilityZone, isPublic: isPublicSubnet(design, value), used: usedAddresses(design, subnet).size, usable: usableIpv4Addresses(block.prefixLength) }];
  });
  const sorted = [...subnets].sort((a, b) => compareCidrs(a.block, b.block));
  const gaps = freeGaps({ within: blocks, taken: sorted.map(({ block }) => block) }).filter((gap): gap is Cidr4 => gap.family === 4);
  const [total, free] = [countAll(blocks), countAll(gaps)];
  return { id, name: vpc.name, blocks, subnets: sorted, gaps, ranges: joinGaps(gaps, blocks), total, free, allocated: total - free };
}

/**
 * The IPv4 address plan of a VPC: what its subnets take and what is free. `undefined` for what is no VPC of the design.
 * Made once for the same design. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function planVpc(design: Design, id: ResourceId): VpcPlan | undefined {
  const plans = known.get(design) ?? new Map<ResourceId, VpcPlan | undefined>();
  known.set(design, plans);
  if (!plans.has(id)) plans.set(id, makePlan(design, id));
  return plans.get(id);
}
