import { formatCidr, nextFree, readCidr, type Cidr, type Cidr4 } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { declaredBlocks } from './free-addresses.ts';
import { blockOf, blocksOf, subnetsOf } from './members.ts';

export { nextFreeAddress, nextPublicAddress, usualSubnetPrefix } from './free-addresses.ts';
export { isNameTaken, nextSiblingName, numberedName, uniqueName } from './names.ts';

const USUAL_COUNT = 3;
const PRIVATE_SPACE = '10.0.0.0/8';

const isIpv4 = (cidr: Cidr | undefined): cidr is Cidr4 => cidr?.family === 4;

function freeBlocks(within: readonly Cidr4[], taken: readonly Cidr4[], { prefixLength, count = USUAL_COUNT }: Wanted): readonly string[] {
  const found: Cidr[] = [];
  while (found.length < count) {
    const free = nextFree({ within, taken: [...taken, ...found], prefixLength });
    if (!free) break;
    found.push(free);
  }
  return found.map(formatCidr);
}

export interface Wanted {
  /** 16 to 28. */
  readonly prefixLength: number;
  /** How many to name; three without it. */
  readonly count?: number;
}

/** The lowest blocks of 10.0.0.0/8 of that size that no VPC and no on-premises network of the design overlaps. */
export function suggestVpcCidrs(design: Design, wanted: Wanted): readonly string[] {
  return freeBlocks([PRIVATE_SPACE].map(readCidr).filter(isIpv4), declaredBlocks(design), wanted);
}

/** The lowest blocks of that size that are free in a VPC; a subnet that is being changed may be left out of account. */
export function suggestSubnetCidrs(design: Design, { vpc, besides, ...wanted }: Wanted & { readonly vpc: ResourceId; readonly besides?: ResourceId | undefined }): readonly string[] {
  const value = design.resources[vpc];
  if (value?.kind !== 'vpc') return [];
  const taken = subnetsOf(design, vpc).filter(({ id }) => id !== besides).map((subnet) => blockOf(subnet.value)).filter((block) => block !== undefined);
  return freeBlocks(blocksOf(value), taken, wanted);
}
