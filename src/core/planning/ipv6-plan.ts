import { formatCidr, nextFree, readCidr, splitCount, type Cidr, type Cidr6 } from '../address/cidr.ts';
import { usualIpv6Sizes } from '../aws/subnet-sizes.ts';
import type { EditResult } from '../editing/edit-result.ts';
import { subnetsOf } from '../editing/members.ts';
import { countOf } from '../editing/nouns.ts';
import { setSubnetIpv6Cidr } from '../editing/set-subnet-cidr.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { chainEdits } from './chain-edits.ts';

/** How the IPv6 blocks of a VPC are divided into the /64 of its subnets. */
export interface Ipv6Plan {
  readonly blocks: readonly string[];
  /** How many /64 the blocks have. */
  readonly all: number;
  readonly taken: readonly { readonly id: ResourceId; readonly name: string; readonly cidr: string }[];
  /** Subnets without an IPv6 block. */
  readonly without: readonly ResourceId[];
  /** The lowest free /64; `undefined` where there is none. */
  readonly next: string | undefined;
}

const isIpv6 = (cidr: Cidr | undefined): cidr is Cidr6 => cidr?.family === 6;

function ipv6BlocksOf(design: Design, id: ResourceId): readonly Cidr6[] {
  const vpc = design.resources[id];
  return vpc?.kind === 'vpc' ? Object.values(vpc.ipv6Cidrs).map(({ cidr }) => readCidr(cidr)).filter(isIpv6) : [];
}

function nextIpv6(design: Design, vpc: ResourceId): string | undefined {
  const taken = subnetsOf(design, vpc).flatMap(({ value }) => (value.ipv6Cidr === undefined ? [] : [readCidr(value.ipv6Cidr)])).filter(isIpv6);
  const free = nextFree({ within: ipv6BlocksOf(design, vpc), taken, prefixLength: usualIpv6Sizes.subnet });
  return free && formatCidr(free);
}

/** The IPv6 plan of a VPC; `undefined` where it has no IPv6 block. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export function planIpv6(design: Design, vpc: ResourceId): Ipv6Plan | undefined {
  const blocks = ipv6BlocksOf(design, vpc);
  if (blocks.length === 0) return undefined;
  const subnets = subnetsOf(design, vpc);
  return {
    blocks: blocks.map(formatCidr),
    all: blocks.reduce((sum, block) => sum + splitCount(block, usualIpv6Sizes.subnet), 0),
    taken: subnets.flatMap(({ id, value }) => (value.ipv6Cidr === undefined ? [] : [{ id, name: value.name, cidr: value.ipv6Cidr }])),
    without: subnets.flatMap(({ id, value }) => (value.ipv6Cidr === undefined ? [id] : [])),
    next: nextIpv6(design, vpc),
  };
}

/** Gives every subnet of a VPC that has none the next free /64, in one step. */
export function giveIpv6Blocks(design: Design, { vpc }: { readonly vpc: ResourceId }): EditResult {
  const plan = planIpv6(design, vpc);
  if (!plan) return { ok: false, refused: 'The VPC has no IPv6 block; associate one first.' };
  if (plan.without.length === 0) return { ok: false, refused: 'Every subnet of the VPC has an IPv6 block already.' };
  const edits = plan.without.map((subnet) => (now: Design): EditResult => {
    const cidr = nextIpv6(now, vpc);
    return cidr === undefined ? { ok: false, refused: `No free /${usualIpv6Sizes.subnet} is left in ${plan.blocks.join(', ')}.` } : setSubnetIpv6Cidr(now, { subnet, cidr });
  });
  return chainEdits(design, edits, `Give ${countOf(plan.without.length, 'subnet')} an IPv6 block`);
}
