import { formatCidr, parseCidr, split, type Cidr } from '../address/cidr.ts';
import { describeRegion, regions, zoneNames } from '../aws/regions.ts';
import { isVpcSize, subnetSizes } from '../aws/subnet-sizes.ts';
import { quotas } from '../aws/limits.ts';
import { buildDesign } from '../editing/build-design.ts';
import type { Draft } from '../editing/draft.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import { EVERYWHERE, placeInternetGateway, placeNatGateway, placeRouteTable, placeSubnets, placeVpc } from './network-parts.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';

/** The answers of the wizard for a new VPC; the same shape as the core's interface gives them. */
export interface BlankVpcOptions {
  readonly region: string;
  readonly cidr: string;
  readonly zones: number;
  readonly publicSubnetsPerZone: number;
  readonly privateSubnetsPerZone: number;
  readonly natGateways: 'none' | 'one' | 'per-zone';
}

export const usualBlankVpcOptions: BlankVpcOptions = {
  region: 'us-east-1',
  cidr: '10.0.0.0/16',
  zones: 2,
  publicSubnetsPerZone: 1,
  privateSubnetsPerZone: 1,
  natGateways: 'none',
};

/** A sixteenth of the VPC each, as AWS's console proposes, unless that is too small or too few. */
const USUAL_SPLIT_BITS = 4;

type Plan = Pick<BlankVpcOptions, 'region' | 'natGateways'> & {
  readonly cidr: string;
  readonly zones: readonly string[];
  readonly publicNames: readonly (readonly [zone: string, name: string])[];
  readonly privateNames: readonly (readonly [zone: string, name: string])[];
  readonly blocks: readonly Cidr[];
};

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

function describeCounts({ region, zones, publicSubnetsPerZone, privateSubnetsPerZone }: BlankVpcOptions): string | undefined {
  const known = zoneNames(region);
  if (!describeRegion(region).known) return `${region} is no Region that is known; choose one such as ${regions[0]?.code ?? 'us-east-1'}.`;
  if (!isCount(zones) || zones < 1 || zones > known.length) return `${region} has ${known.length} Availability Zones; choose 1 to ${known.length} of them, not ${zones}.`;
  if (!isCount(publicSubnetsPerZone) || !isCount(privateSubnetsPerZone)) return 'The number of subnets per zone is a whole number, 0 or more.';
  const total = zones * (publicSubnetsPerZone + privateSubnetsPerZone);
  const { default: most } = quotas.subnetsPerVpc;
  return total > most ? `${total} subnets are more than the ${most} AWS allows in a VPC; choose fewer per zone.` : undefined;
}

function describeNat({ natGateways, publicSubnetsPerZone, privateSubnetsPerZone }: BlankVpcOptions): string | undefined {
  if (natGateways === 'none') return undefined;
  if (publicSubnetsPerZone === 0) return 'A NAT gateway stands in a public subnet; choose at least one public subnet per zone.';
  return privateSubnetsPerZone === 0 ? 'A NAT gateway serves private subnets; choose at least one private subnet per zone, or no NAT gateway.' : undefined;
}

function cutBlocks(cidr: Cidr, canonical: string, count: number): readonly Cidr[] | string {
  const bits = Math.ceil(Math.log2(Math.max(count, 1)));
  const { smallest } = subnetSizes[4];
  if (cidr.prefixLength + bits > smallest) return `${canonical} is too small for ${count} subnets of /${smallest} or larger; choose a larger block or fewer subnets.`;
  const length = Math.min(smallest, cidr.prefixLength + Math.max(bits, USUAL_SPLIT_BITS));
  return split(cidr, length) ?? [];
}

function namesOf(prefix: string, zones: readonly string[], perZone: number): readonly (readonly [string, string])[] {
  const numbers = Array.from({ length: perZone }, (_, index) => (index === 0 ? '' : `-${index + 1}`));
  return numbers.flatMap((number) => zones.map((zone) => [zone, `${prefix}-${zone.slice(-1)}${number}`] as const));
}

function plan(options: BlankVpcOptions): Reply<Plan> {
  const problem = describeCounts(options) ?? describeNat(options);
  if (problem !== undefined) return fail(problem);
  const parsed = parseCidr(options.cidr);
  if (!parsed.ok) return fail(parsed.problem, 'cidr');
  const { cidr, canonical } = parsed;
  if (cidr.family !== 4 || !isVpcSize(4, cidr.prefixLength)) return fail(`${canonical} is no block of a VPC; AWS takes IPv4 blocks of /16 to /28.`, 'cidr');
  const zones = zoneNames(options.region).slice(0, options.zones);
  const publicNames = namesOf('public', zones, options.publicSubnetsPerZone);
  const privateNames = namesOf('private', zones, options.privateSubnetsPerZone);
  const blocks = cutBlocks(cidr, canonical, publicNames.length + privateNames.length);
  if (typeof blocks === 'string') return fail(blocks, 'cidr');
  return succeed({ region: options.region, natGateways: options.natGateways, cidr: canonical, zones, publicNames, privateNames, blocks });
}

interface Placed {
  readonly vpc: ResourceId;
  readonly subnets: Readonly<Record<string, ResourceId>>;
}

function placePublic(draft: Draft, { publicNames, blocks }: Plan, vpc: ResourceId): Placed {
  if (publicNames.length === 0) return { vpc, subnets: {} };
  const gateway = placeInternetGateway(draft, vpc, `igw-${draft.nameOf(vpc)}`);
  const routeTable = placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway } });
  const wanted = publicNames.map(([zone, name], index) => ({ vpc, zone, name, cidr: blockAt(blocks, index), autoAssignPublicIp: true, routeTable }));
  return { vpc, subnets: placeSubnets(draft, wanted) };
}

const blockAt = (blocks: readonly Cidr[], index: number): string => {
  const block = blocks[index];
  return block ? formatCidr(block) : '';
};

/** The first public subnet of each zone that gets a NAT gateway. */
function placeNatGateways(draft: Draft, { zones, natGateways }: Plan, { subnets }: Placed): ReadonlyMap<string, ResourceId> {
  if (natGateways === 'none') return new Map();
  const served = natGateways === 'one' ? zones.slice(0, 1) : zones;
  return new Map(
    served.flatMap((zone) => {
      const subnet = subnets[`public-${zone.slice(-1)}`];
      return subnet === undefined ? [] : [[zone, placeNatGateway(draft, subnet, { name: `nat-${zone.slice(-1)}` })] as const];
    }),
  );
}

function placePrivate(draft: Draft, { privateNames, publicNames, blocks, natGateways }: Plan, { vpc, nats }: { readonly vpc: ResourceId; readonly nats: ReadonlyMap<string, ResourceId> }): void {
  const tables = new Map<string, ResourceId>();
  const tableFor = (zone: string): ResourceId => {
    const key = natGateways === 'per-zone' ? `rtb-private-${zone.slice(-1)}` : 'rtb-private';
    const nat = nats.get(zone) ?? [...nats.values()][0];
    const table = tables.get(key) ?? placeRouteTable(draft, vpc, { name: key, routes: nat === undefined ? {} : { [EVERYWHERE]: nat } });
    tables.set(key, table);
    return table;
  };
  placeSubnets(draft, privateNames.map(([zone, name], index) => ({ vpc, zone, name, cidr: blockAt(blocks, publicNames.length + index), routeTable: tableFor(zone) })));
}

/** A VPC as the wizard's answers say, or what is wrong with them in one sentence. Nothing runs in it yet. */
export function openBlankVpc(options: BlankVpcOptions = usualBlankVpcOptions): Reply<Design> {
  const planned = plan(options);
  if (!planned.ok) return planned;
  const { region, cidr, zones } = planned.value;
  return succeed(
    buildDesign('Blank VPC', repeatableNumbers(), (draft) => {
      const vpc = placeVpc(draft, { name: 'vpc-1', cidr, region, zones });
      const placed = placePublic(draft, planned.value, vpc);
      placePrivate(draft, planned.value, { vpc, nats: placeNatGateways(draft, planned.value, placed) });
    }),
  );
}
