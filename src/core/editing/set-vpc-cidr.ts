import type { Cidr4 } from '../address/cidr.ts';
import { contains, formatCidr, overlaps, readCidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Subnet, Vpc } from '../model/resources/index.ts';
import type { Draft, Entry } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { blockOf, blocksOf, subnetsOf } from './members.ts';
import { countOf, joinNames } from './nouns.ts';
import { readIpv4Block } from './read-block.ts';
import { readdressSubnet } from './readdress-subnet.ts';
import { refuse } from './refusal.ts';

const secondaryBlocks = (vpc: Vpc): readonly Cidr4[] => blocksOf(vpc).slice(1);

function refuseOverlap(vpc: Vpc, cidr: Cidr4): void {
  const taken = secondaryBlocks(vpc).find((block) => overlaps(block, cidr));
  if (taken) refuse(`${formatCidr(cidr)} overlaps ${formatCidr(taken)}, another block of ${vpc.name}.`);
}

interface Shift {
  readonly vpc: Vpc;
  readonly from: Cidr4;
  readonly to: Cidr4;
}

/** Where a subnet lies after its VPC's block has changed: where it is if that still fits, else as far from the start as before. */
function shifted({ id: _id, value }: Entry<Subnet>, { vpc, from, to }: Shift): Cidr4 | undefined {
  const block = blockOf(value);
  if (!block || contains(to, block) || secondaryBlocks(vpc).some((other) => contains(other, block))) return block;
  const moved: Cidr4 = { ...block, first: to.first + (block.first - from.first) };
  if (!contains(to, moved)) refuse(`${value.name} (${formatCidr(block)}) does not fit into ${formatCidr(to)}; make it smaller or move it first.`);
  return moved;
}

function refuseClash(subnets: readonly Entry<Subnet>[], places: readonly (Cidr4 | undefined)[]): void {
  places.forEach((place, index) => {
    const other = places.findIndex((candidate, position) => position > index && place !== undefined && candidate !== undefined && overlaps(place, candidate));
    if (other < 0) return;
    refuse(`${subnets[index]?.value.name ?? ''} and ${subnets[other]?.value.name ?? ''} would overlap in the new block; move one of them first.`);
  });
}

function moveSubnets(draft: Draft, id: ResourceId, shift: Shift): readonly string[] {
  const subnets = subnetsOf(draft.design, id);
  const places = subnets.map((subnet) => shifted(subnet, shift));
  refuseClash(subnets, places);
  return subnets.flatMap(({ id: subnet, value }, index) => {
    const place = places[index];
    if (!place || formatCidr(place) === value.cidr) return [];
    readdressSubnet(draft, subnet, formatCidr(place));
    return [value.name];
  });
}

const NAMED_AT_MOST = 3;

/**
 * Changes the primary block of a VPC. Subnets that lie outside the new block move along with everything in them, each as
 * far from the start as it was. AWS cannot do this to a VPC that exists: this is for a design.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function setVpcCidr(design: Design, { vpc: id, cidr: given }: { readonly vpc: ResourceId; readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const vpc = draft.need(id, 'vpc');
    const { cidr: to, text } = readIpv4Block(given, 'VPC');
    if (text === vpc.cidr) refuse(`${vpc.name} has the block ${text} already.`);
    refuseOverlap(vpc, to);
    const from = readCidr(vpc.cidr);
    draft.change(id, 'vpc', { cidr: text });
    const moved = from?.family === 4 ? moveSubnets(draft, id, { vpc, from, to }) : [];
    const along = moved.length > NAMED_AT_MOST ? countOf(moved.length, 'subnet') : joinNames(moved);
    return { said: `Change ${vpc.name} to ${text}${moved.length > 0 ? `, and move ${along} along with it` : ''}`, select: [id] };
  });
}
