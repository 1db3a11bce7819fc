import type { Cidr } from '../address/cidr.ts';
import { contains, overlaps, readCidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { blocksOf, interfacesIn, subnetsOf } from './members.ts';
import { countOf, joinNames } from './nouns.ts';
import { readIpv4Block, readIpv6Block } from './read-block.ts';
import { readdressSubnet } from './readdress-subnet.ts';
import { refuse } from './refusal.ts';

interface Candidate {
  readonly subnet: ResourceId;
  readonly cidr: Cidr;
  readonly text: string;
}

function refuseOutside(draft: Draft, { subnet, cidr, text }: Candidate): void {
  const vpc = draft.need(draft.need(subnet, 'subnet').vpc, 'vpc');
  const ipv6 = Object.values(vpc.ipv6Cidrs).map((row) => readCidr(row.cidr));
  const blocks = [...blocksOf(vpc), ...ipv6].filter((block) => block?.family === cidr.family);
  if (blocks.some((block) => block !== undefined && contains(block, cidr))) return;
  const own = [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map((row) => row.cidr), ...Object.values(vpc.ipv6Cidrs).map((row) => row.cidr)];
  refuse(`${text} lies in no block of ${vpc.name} (${own.join(', ')}); a subnet lies inside one of them.`);
}

/** A block that a subnet of a VPC is to have, with the words it was given in. */
export interface WantedBlock {
  readonly vpc: ResourceId;
  /** The subnet it is for; `undefined` for one that is still to be made. */
  readonly subnet?: ResourceId;
  readonly cidr: Cidr;
  readonly text: string;
}

/** Refuses a block that overlaps another subnet of the VPC. */
export function refuseOverlap(draft: Draft, { vpc, subnet, cidr, text }: WantedBlock): void {
  for (const { id, value } of subnetsOf(draft.design, vpc)) {
    for (const taken of [value.cidr, value.ipv6Cidr]) {
      const block = taken === undefined ? undefined : readCidr(taken);
      if (id !== subnet && block && overlaps(block, cidr)) refuse(`${text} overlaps ${value.name} (${taken ?? ''}); subnets of a VPC do not overlap.`);
    }
  }
}

const refuseSibling = (draft: Draft, candidate: Candidate): void => refuseOverlap(draft, { ...candidate, vpc: draft.need(candidate.subnet, 'subnet').vpc });

/**
 * Changes a subnet's IPv4 block. It has to lie inside one block of the VPC and beside the other subnets; addresses that do
 * not fit any more are renumbered, and the edit is refused when there is no room for all of them.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function setSubnetCidr(design: Design, { subnet, cidr: given }: { readonly subnet: ResourceId; readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const { name, cidr: before } = draft.need(subnet, 'subnet');
    const { cidr, text } = readIpv4Block(given, 'subnet');
    if (text === before) refuse(`${name} has the block ${text} already.`);
    refuseOutside(draft, { subnet, cidr, text });
    refuseSibling(draft, { subnet, cidr, text });
    const moved = readdressSubnet(draft, subnet, text);
    const along = moved > 0 ? `, and renumber ${moved === 1 ? '1 address' : `${moved} addresses`} in it` : '';
    return { said: `Change ${name} to ${text}${along}`, select: [subnet] };
  });
}

/** Gives a subnet an IPv6 block of its VPC, or takes it away; refused while an interface holds an address of it. */
export function setSubnetIpv6Cidr(design: Design, { subnet, cidr: given }: { readonly subnet: ResourceId; readonly cidr: string | undefined }): EditResult {
  return edit(design, (draft) => {
    const { name, ipv6Cidr, cidr: ipv4 } = draft.need(subnet, 'subnet');
    const holders = interfacesIn(draft.design, subnet).filter(({ value }) => Object.keys(value.ipv6Addresses).length > 0);
    if (holders.length > 0) refuse(`${joinNames(holders.map(({ value }) => value.name))} ${holders.length === 1 ? 'holds' : 'hold'} IPv6 addresses of ${name}; take those away first (${countOf(holders.length, 'interface')}).`);
    if (given === undefined) {
      if (ipv4 === undefined) refuse(`${name} has no IPv4 block, so it cannot be without its IPv6 block.`);
      if (ipv6Cidr === undefined) refuse(`${name} has no IPv6 block.`);
      draft.change(subnet, 'subnet', { ipv6Cidr: undefined });
      return { said: `Take the IPv6 block away from ${name}`, select: [subnet] };
    }
    const { cidr, text } = readIpv6Block(given, 'subnet');
    refuseOutside(draft, { subnet, cidr, text });
    refuseSibling(draft, { subnet, cidr, text });
    draft.change(subnet, 'subnet', { ipv6Cidr: text });
    return { said: `Give ${name} the IPv6 block ${text}`, select: [subnet] };
  });
}
