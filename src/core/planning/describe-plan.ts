import { formatAddress, formatCidr, lastAddress } from '../address/cidr.ts';
import { reservedIn } from '../aws/reserved-addresses.ts';
import { listResources } from '../editing/draft.ts';
import type { DeclaredRange, Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { blockThatFitsAll, forecastOverlaps, listOtherNetworks, type Forecast } from './forecast.ts';
import { planIpv6, type Ipv6Plan } from './ipv6-plan.ts';
import { planVpc, type GapRange, type PlannedSubnet, type VpcPlan } from './vpc-plan.ts';

/** The address plan of one VPC with all that is known about it. */
export interface DescribedPlan {
  readonly plan: VpcPlan;
  readonly forecasts: readonly Forecast[];
  /** For each block of the VPC that overlaps something: the nearest of its size that does not. */
  readonly fits: readonly { readonly block: string; readonly instead: string }[];
  readonly ipv6: Ipv6Plan | undefined;
}

function declare(design: Design, ranges: readonly DeclaredRange[]): Design {
  const given = ranges.map((range, index) => [asRowId(`given-${index + 1}`), range] as const);
  return { ...design, declaredRanges: { ...design.declaredRanges, ...Object.fromEntries(given) } };
}

/** The plans of all VPCs of a design, in their order; forecast against further ranges too, which the design does not hold. */
export function describePlans(drawn: Design, further: readonly DeclaredRange[] = []): readonly DescribedPlan[] {
  const design = further.length === 0 ? drawn : declare(drawn, further);
  return listResources(design, 'vpc').flatMap(({ id }) => {
    const plan = planVpc(design, id);
    if (!plan) return [];
    const others = listOtherNetworks(design, id);
    const fits = plan.blocks.flatMap((block) => {
      const instead = blockThatFitsAll(others, block);
      return instead === undefined ? [] : [{ block: formatCidr(block), instead }];
    });
    return [{ plan, forecasts: forecastOverlaps(others, plan.blocks), fits, ipv6: planIpv6(design, id) }];
  });
}

/** A plan as plain data for programs: blocks as text, `null` for what is not there. */
export interface PlanDocument {
  readonly vpc: string;
  readonly name: string;
  readonly blocks: readonly string[];
  readonly addresses: number;
  readonly allocated: number;
  readonly free: number;
  readonly subnets: readonly {
    readonly id: string;
    readonly name: string;
    readonly cidr: string;
    readonly first: string;
    readonly last: string;
    readonly availabilityZone: string;
    readonly public: boolean;
    readonly usable: number;
    readonly used: number;
    readonly reserved: readonly { readonly address: string; readonly for: string }[];
  }[];
  readonly gaps: readonly GapRange[];
  readonly forecast: readonly {
    readonly name: string;
    readonly cidr: string;
    readonly kind: Forecast['kind'];
    readonly overlaps: string | null;
    readonly instead: string | null;
    readonly sentence: string;
  }[];
  readonly fitsAll: readonly { readonly block: string; readonly instead: string }[];
  readonly ipv6: { readonly blocks: readonly string[]; readonly subnetBlocks: number; readonly taken: number; readonly next: string | null } | null;
}

function documentSubnet({ id, name, block, zone, isPublic, usable, used }: PlannedSubnet): PlanDocument['subnets'][number] {
  const reserved = reservedIn(block).map(({ text, id: purpose }) => ({ address: text, for: purpose }));
  return { id, name, cidr: formatCidr(block), first: formatAddress(block.first), last: formatAddress(lastAddress(block)), availabilityZone: zone, public: isPublic, usable, used, reserved };
}

function documentForecast({ name, block, kind, meets, instead, sentence }: Forecast): PlanDocument['forecast'][number] {
  return { name, cidr: formatCidr(block), kind, overlaps: meets ? formatCidr(meets) : null, instead: instead ?? null, sentence };
}

/** A described plan as data for programs. */
export function toPlanDocument({ plan, forecasts, fits, ipv6 }: DescribedPlan): PlanDocument {
  const { id, name, blocks, total, allocated, free, subnets, ranges } = plan;
  return {
    vpc: id,
    name,
    blocks: blocks.map(formatCidr),
    addresses: total,
    allocated,
    free,
    subnets: subnets.map(documentSubnet),
    gaps: ranges,
    forecast: forecasts.map(documentForecast),
    fitsAll: fits,
    ipv6: ipv6 ? { blocks: ipv6.blocks, subnetBlocks: ipv6.all, taken: ipv6.taken.length, next: ipv6.next ?? null } : null,
  };
}
