import { blockAround4, contains, formatCidr, isSameBlock, join, overlaps, parentBlock, readCidr, split, type Cidr4 } from '../address/cidr.ts';
import { subnetSizes } from '../aws/subnet-sizes.ts';
import { makeSubnet } from '../editing/adding/add-subnet.ts';
import { deleteResources } from '../editing/delete-resources.ts';
import type { Draft } from '../editing/draft.ts';
import type { EditResult } from '../editing/edit-result.ts';
import { edit } from '../editing/edit.ts';
import { isAssignable, usedAddresses } from '../editing/free-addresses.ts';
import { blockOf, subnetsOf } from '../editing/members.ts';
import { numberedName } from '../editing/names.ts';
import { countOf } from '../editing/nouns.ts';
import { readdressSubnet } from '../editing/readdress-subnet.ts';
import { refuse } from '../editing/refusal.ts';
import { refuseOverlap, setSubnetCidr } from '../editing/set-subnet-cidr.ts';
import type { Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import { chainEdits } from './chain-edits.ts';

const { smallest, largest } = subnetSizes[4];
/** More pieces than these at once are a slip of the hand. */
const MOST_PIECES = 64;

function blockOfSubnet(draft: Draft, id: ResourceId): Cidr4 {
  const subnet = draft.need(id, 'subnet');
  return blockOf(subnet) ?? refuse(`${subnet.name} has no IPv4 block.`);
}

/** The piece that holds most of the addresses of a subnet stays its own, so that as few as possible move. */
function pieceToKeep(draft: Draft, id: ResourceId, pieces: readonly Cidr4[]): Cidr4 {
  const held = [...usedAddresses(draft.design, id)];
  const counts = pieces.map((piece) => held.filter((address) => isAssignable(piece, address)).length);
  return pieces[counts.indexOf(Math.max(...counts))] ?? refuse('There is no piece to keep.');
}

/**
 * Splits a subnet into equal blocks of a prefix length. The subnet keeps the piece that holds most of its addresses, the
 * others become subnets beside it with the same zone, table and ACL. Refused where its addresses do not fit one piece.
 */
export function splitSubnet(design: Design, { subnet: id, prefixLength, random }: { readonly subnet: ResourceId; readonly prefixLength: number; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const block = blockOfSubnet(draft, id);
      const { name, ipv6Cidr: _ipv6, ...alike } = draft.need(id, 'subnet');
      if (prefixLength <= block.prefixLength) refuse(`${name} is a /${block.prefixLength}; split it into blocks with a longer prefix.`);
      if (prefixLength > smallest) refuse(`AWS allows no subnet smaller than /${smallest}, so ${name} cannot be split into /${prefixLength}.`);
      const pieces = split(block, prefixLength) ?? [];
      if (pieces.length > MOST_PIECES) refuse(`That would make ${countOf(pieces.length, 'subnet')}; split into ${MOST_PIECES} at most.`);
      const kept = pieceToKeep(draft, id, pieces);
      readdressSubnet(draft, id, formatCidr(kept));
      const made = pieces.filter((piece) => !isSameBlock(piece, kept)).map((piece) => draft.add('subnet', { ...alike, name: numberedName(draft.design, name), cidr: formatCidr(piece) }));
      return { said: `Split ${name} into ${pieces.length} × /${prefixLength}`, select: [id, ...made] };
    },
    random,
  );
}

/** What lies in the other half of the block that a subnet is a half of. */
export interface Buddy {
  /** The block that both halves make. */
  readonly joined: Cidr4;
  /** The one subnet that is exactly the other half; `undefined` where the other half is free. */
  readonly other: ResourceId | undefined;
}

interface Half {
  readonly vpc: ResourceId;
  readonly block: Cidr4;
  readonly joined: Cidr4;
}

function halfOf(design: Design, id: ResourceId): Half | string {
  const subnet = design.resources[id];
  const block = subnet?.kind === 'subnet' ? blockOf(subnet) : undefined;
  if (subnet?.kind !== 'subnet' || !block) return 'Only a subnet with an IPv4 block can be joined.';
  const joined = parentBlock(block);
  return joined?.family === 4 && joined.prefixLength >= largest ? { vpc: subnet.vpc, block, joined } : `AWS allows no subnet larger than /${largest}.`;
}

/** Whether a subnet can be joined with its other half, or the sentence that says why not. */
export function findBuddy(design: Design, id: ResourceId): Buddy | string {
  const half = halfOf(design, id);
  if (typeof half === 'string') return half;
  const { vpc, block, joined } = half;
  const inside = subnetsOf(design, vpc).flatMap(({ id: other, value }) => {
    const taken = blockOf(value);
    return other !== id && taken && overlaps(taken, joined) ? [{ id: other, name: value.name, taken }] : [];
  });
  const [first] = inside;
  if (!first) return { joined, other: undefined };
  if (inside.length > 1 || !join(block, first.taken)) return `The other half of ${formatCidr(joined)} is divided among ${countOf(inside.length, 'subnet')}; join those first.`;
  if (usedAddresses(design, first.id).size > 0) return `${first.name} holds addresses; move what stands in it before it is joined.`;
  return { joined, other: first.id };
}

/** Makes a subnet twice as large over its other half: free addresses, or an empty subnet, which goes. */
export function joinSubnet(design: Design, { subnet: id, random }: { readonly subnet: ResourceId; readonly random: RandomSource }): EditResult {
  const buddy = findBuddy(design, id);
  if (typeof buddy === 'string') return { ok: false, refused: buddy };
  const { other } = buddy;
  const cidr = formatCidr(buddy.joined);
  const grow = (now: Design): EditResult => setSubnetCidr(now, { subnet: id, cidr });
  if (other === undefined) return grow(design);
  const nameOf = (one: ResourceId): string => design.resources[one]?.name ?? one;
  const joined = chainEdits(design, [(now) => deleteResources(now, { keys: [other], random }), grow], `Join ${nameOf(other)} to ${nameOf(id)} as ${cidr}`);
  return joined.ok ? { ...joined, select: [id] } : joined;
}

/** A subnet's block with another prefix length: around its start, so that the edge that was dragged moves alone. */
export function resizedBlock(block: Cidr4, prefixLength: number): Cidr4 {
  const clamped = Math.min(smallest, Math.max(largest, prefixLength));
  return blockAround4(block.first, clamped);
}

export interface NewBlock {
  readonly vpc: ResourceId;
  readonly zone: string;
  readonly cidr: string;
  readonly name: string;
  readonly random: RandomSource;
}

/** Makes a subnet of a chosen block. Refused outside the VPC's blocks and over another subnet. */
export function createSubnetAt(design: Design, { vpc: id, zone, cidr, name, random }: NewBlock): EditResult {
  return edit(
    design,
    (draft) => {
      const vpc = draft.need(id, 'vpc');
      const block = readCidr(cidr);
      if (block?.family !== 4) return refuse(`${cidr} is no IPv4 block.`);
      refuseOverlap(draft, { vpc: id, cidr: block, text: cidr });
      const outer = [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map((row) => row.cidr)];
      if (!outer.some((text) => contains(readCidr(text) ?? block, block))) refuse(`${cidr} lies in no block of ${vpc.name} (${outer.join(', ')}).`);
      const subnet = makeSubnet(draft, { vpc: id, zone, name, cidr: formatCidr(block) });
      return { said: `Add subnet ${name} (${formatCidr(block)}) to ${zone} of ${vpc.name}`, select: [subnet] };
    },
    random,
  );
}
