import { blockAround4, formatCidr, IPV4_BITS, type Cidr4 } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import { usableIpv4Addresses } from '@core/aws/subnet-sizes.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import type { Design } from '@core/model/design.ts';
import { resizedBlock } from '@core/planning/reshape-subnets.ts';
import type { SpaceMap } from '@core/planning/space-map.ts';
import type { PlannedSubnet } from '@core/planning/vpc-plan.ts';

/** What a drag makes of a subnet: another size from its start, or another place. */
export type DragKind = 'resize' | 'move';

/** A point of the map as shares of its width and height, from 0 to 1. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** The address under a point of the map; points outside count as the nearest inside. */
export function addressAt({ block, rowPrefix, rows }: SpaceMap, { x, y }: MapPoint): number {
  const rowSize = 2 ** (IPV4_BITS - rowPrefix);
  const within = (share: number): number => Math.min(1, Math.max(0, share));
  const row = Math.min(rows.length - 1, Math.floor(within(y) * rows.length));
  return block.first + row * rowSize + Math.min(rowSize - 1, Math.floor(within(x) * rowSize));
}

/** The block of the power of two that is nearest to where the edge was dragged to. */
export function blockForEdge(block: Cidr4, address: number): Cidr4 {
  const wanted = Math.max(1, address + 1 - block.first);
  return resizedBlock(block, IPV4_BITS - Math.round(Math.log2(wanted)));
}

/** The aligned block of the same size that the grabbed address of the old one lands on. */
export function blockForMove(block: Cidr4, by: number): Cidr4 {
  return blockAround4(Math.max(0, block.first + by + 2 ** (IPV4_BITS - block.prefixLength) / 2), block.prefixLength);
}

/** A drag as it would end now, with the words for it. */
export interface DragJudgement {
  readonly block: Cidr4;
  readonly ok: boolean;
  readonly sentence: string;
}

/** Says what letting go would do. Nothing is changed by it. */
export function judgeDrag(design: Design, subnet: PlannedSubnet, block: Cidr4): DragJudgement {
  const cidr = formatCidr(block);
  if (cidr === formatCidr(subnet.block)) return { block, ok: false, sentence: `${subnet.name} stays ${cidr}.` };
  const result = setSubnetCidr(design, { subnet: subnet.id, cidr });
  if (!result.ok) return { block, ok: false, sentence: result.refused };
  return { block, ok: true, sentence: `${result.said}: ${formatCount(usableIpv4Addresses(block.prefixLength))} usable.` };
}
