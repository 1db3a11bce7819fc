import { addressCount, blockAround4, formatCidr, nextFree, type Cidr4 } from '../address/cidr.ts';
import { subnetSizes } from '../aws/subnet-sizes.ts';
import { makeSubnet, zoneLetter } from '../editing/adding/add-subnet.ts';
import type { Draft } from '../editing/draft.ts';
import type { EditResult } from '../editing/edit-result.ts';
import { edit } from '../editing/edit.ts';
import { isPublicSubnet, subnetsOf } from '../editing/members.ts';
import { uniqueName } from '../editing/names.ts';
import { countOf } from '../editing/nouns.ts';
import { refuse } from '../editing/refusal.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import type { Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import { planVpc } from './vpc-plan.ts';

/** A tier of the plan: one subnet of this size in each zone. */
export interface Tier {
  readonly name: string;
  readonly prefixLength: number;
  /** Its subnets use the table with a route to the internet gateway, where the VPC has one. */
  readonly isPublic: boolean;
}

export interface TierRequest {
  /** Names of Availability Zones; one subnet of each tier in each. */
  readonly zones: readonly string[];
  readonly tiers: readonly Tier[];
  /** Keep as much room behind each tier as it takes, so that it can double and is summarised by one block still. */
  readonly roomToDouble: boolean;
}

/** The subnets of one tier, and the one block that summarises them all. */
export interface TierBlocks {
  readonly tier: Tier;
  readonly summary: Cidr4;
  readonly subnets: readonly { readonly zone: string; readonly block: Cidr4 }[];
}

const { largest, smallest } = subnetSizes[4];

/** Bits that tell so many things apart. */
const bitsFor = (count: number): number => Math.ceil(Math.log2(Math.max(1, count)));

function findFault({ zones, tiers }: TierRequest): string | undefined {
  if (zones.length === 0) return 'Choose at least one Availability Zone.';
  if (tiers.length === 0) return 'Name at least one tier, such as app /22.';
  const unnamed = tiers.find(({ name }) => name.trim() === '');
  if (unnamed) return 'Every tier needs a name.';
  const wrong = tiers.find(({ prefixLength }) => !Number.isInteger(prefixLength) || prefixLength < largest || prefixLength > smallest);
  return wrong && `${wrong.name} cannot be /${wrong.prefixLength}: AWS allows subnets of /${largest} to /${smallest}.`;
}

/**
 * Lays tiers out in free space with the least fragmentation: the largest first, each in one aligned block for all of its
 * zones, so that a route or a rule can name a tier by one block. Nothing is placed over what is there.
 */
export function layOutTiers(space: { readonly within: readonly Cidr4[]; readonly taken: readonly Cidr4[] }, request: TierRequest): Reply<readonly TierBlocks[]> {
  const fault = findFault(request);
  if (fault !== undefined) return fail(fault);
  const { zones, tiers, roomToDouble } = request;
  const zoneBits = bitsFor(zones.length);
  const order = tiers.map((tier, index) => ({ tier, index })).sort((a, b) => a.tier.prefixLength - b.tier.prefixLength || a.index - b.index);
  const placed = new Map<number, TierBlocks>();
  const taken: Cidr4[] = [...space.taken];
  for (const { tier, index } of order) {
    const whole = nextFree({ within: space.within, taken, prefixLength: tier.prefixLength - zoneBits - (roomToDouble ? 1 : 0) });
    if (whole?.family !== 4) {
      return fail(`${countOf(zones.length, 'subnet')} of /${tier.prefixLength} for ${tier.name} do not fit into one free block${roomToDouble ? ' with room to double' : ''}; choose smaller subnets, fewer zones or a further block of the VPC.`);
    }
    taken.push(whole);
    const summary = roomToDouble ? blockAround4(whole.first, whole.prefixLength + 1) : whole;
    const size = addressCount(blockAround4(whole.first, tier.prefixLength));
    placed.set(index, { tier, summary, subnets: zones.map((zone, at) => ({ zone, block: { family: 4, first: whole.first + at * size, prefixLength: tier.prefixLength } })) });
  }
  return succeed(tiers.flatMap((_, index) => placed.get(index) ?? []));
}

/** Lays tiers out in what is free in a VPC; nothing is changed by it. */
export function planTiers(design: Design, vpc: ResourceId, request: TierRequest): Reply<readonly TierBlocks[]> {
  const plan = planVpc(design, vpc);
  if (!plan) return fail('Choose a VPC to plan.');
  return layOutTiers({ within: plan.blocks, taken: plan.subnets.map(({ block }) => block) }, request);
}

/** The table that the public subnets of a VPC use, or any of it that leads to its internet gateway. */
function publicTableOf(draft: Draft, vpc: ResourceId): ResourceId | undefined {
  const used = subnetsOf(draft.design, vpc).find(({ value }) => value.routeTable !== undefined && isPublicSubnet(draft.design, value))?.value.routeTable;
  if (used !== undefined) return used;
  const leadsOut = (target: string): boolean => draft.findOf(target, 'internet-gateway')?.vpc === vpc;
  return draft.list('route-table').find(({ value }) => value.vpc === vpc && Object.values(value.routes).some(({ target }) => leadsOut(target)))?.id;
}

/** Draws the subnets of a tier plan, one step to undo. Names are the tier's and the zone's letter: `app-a`. */
export function createTiers(design: Design, { vpc, request, random }: { readonly vpc: ResourceId; readonly request: TierRequest; readonly random: RandomSource }): EditResult {
  const planned = planTiers(design, vpc, request);
  if (!planned.ok) return { ok: false, refused: planned.problem.message };
  return edit(
    design,
    (draft) => {
      const { name } = draft.need(vpc, 'vpc');
      const table = publicTableOf(draft, vpc);
      const made = planned.value.flatMap(({ tier, subnets }) =>
        subnets.map(({ zone, block }) =>
          makeSubnet(draft, {
            vpc,
            zone,
            cidr: formatCidr(block),
            name: uniqueName(draft.design, `${tier.name.trim()}-${zoneLetter(zone)}`),
            ...(tier.isPublic && table !== undefined && { routeTable: table }),
          }),
        ),
      );
      if (made.length === 0) refuse('There is no subnet to make.');
      return { said: `Plan ${countOf(made.length, 'subnet')} in ${name}`, select: made };
    },
    random,
  );
}
