import type { Cidr4 } from '../../address/cidr.ts';
import { contains, formatCidr, nextFree, overlaps, readCidr } from '../../address/cidr.ts';
import { zoneNames } from '../../aws/regions.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Subnet } from '../../model/resources/index.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { nextSubnetBlock } from '../free-addresses.ts';
import { blockOf, blocksOf, subnetsOf, zonesOf } from '../members.ts';
import { readdressSubnet } from '../readdress-subnet.ts';
import { refuse } from '../refusal.ts';
import { mapRows } from '../rows.ts';
import { regionFor } from '../adding/add-region.ts';
import { isPasted, pastedOf, type Pasting } from './pasting.ts';

/** Where a block that is taken finds its like: the private range it lies in. */
const RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'] as const;

const asBlock = (text: string): Cidr4 | undefined => {
  const cidr = readCidr(text);
  return cidr?.family === 4 ? cidr : undefined;
};

/** The blocks of everything but one resource. */
function blocksBeside(draft: Draft, beside: ResourceId): readonly Cidr4[] {
  const vpcs = draft.list('vpc').filter(({ id }) => id !== beside).flatMap(({ value }) => blocksOf(value));
  const offices = draft.list('on-premises-network').filter(({ id }) => id !== beside).flatMap(({ value }) => Object.values(value.cidrs).flatMap(({ cidr }) => asBlock(cidr) ?? []));
  return [...vpcs, ...offices];
}

/** A block of the same size that nothing overlaps; itself where it is free already. */
function freshBlock(text: string, taken: readonly Cidr4[]): string {
  const block = asBlock(text);
  if (!block || !taken.some((other) => overlaps(other, block))) return text;
  const range = RANGES.map(asBlock).find((outer) => outer !== undefined && contains(outer, block));
  const free = range && nextFree({ within: [range], taken, prefixLength: block.prefixLength });
  return free ? formatCidr(free) : text;
}

function shiftSubnets(draft: Draft, vpc: ResourceId, moves: readonly (readonly [from: string, to: string])[]): void {
  for (const { id, value } of subnetsOf(draft.design, vpc)) {
    const block = blockOf(value);
    for (const [from, to] of moves) {
      const [old, fresh] = [asBlock(from), asBlock(to)];
      if (!block || !old || !fresh || !contains(old, block)) continue;
      readdressSubnet(draft, id, formatCidr({ ...block, first: fresh.first + (block.first - old.first) }));
      break;
    }
  }
}

function renumberVpc(draft: Draft, id: ResourceId): void {
  const vpc = draft.need(id, 'vpc');
  const taken = [...blocksBeside(draft, id)];
  const moves = new Map<string, string>();
  for (const text of [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map(({ cidr }) => cidr)]) {
    const fresh = freshBlock(text, taken);
    const block = asBlock(fresh);
    if (block) taken.push(block);
    moves.set(text, fresh);
  }
  const to = (text: string): string => moves.get(text) ?? text;
  draft.change(id, 'vpc', { cidr: to(vpc.cidr), secondaryCidrs: mapRows(vpc.secondaryCidrs, (row) => ({ ...row, cidr: to(row.cidr) })), isDefault: undefined });
  shiftSubnets(draft, id, [...moves].filter(([from, fresh]) => from !== fresh));
}

/** Puts pasted VPCs in a Region and gives them blocks of their own; what lies in them is renumbered alike. */
export function pasteVpcs(pasting: Pasting): void {
  const { draft, container } = pasting;
  for (const { id, value } of pastedOf(pasting, 'vpc')) {
    if (!isPasted(pasting, value.region)) {
      const dropped = container.kind === 'canvas' ? undefined : regionFor(draft, { container });
      const region = dropped ?? (draft.findOf(value.region, 'region') ? value.region : regionFor(draft, { container: { kind: 'canvas' } }));
      if (region !== undefined) draft.change(id, 'vpc', { region });
    }
    renumberVpc(draft, id);
  }
}

/** The VPC meant by what is pasted into: itself, or the one of a zone or a subnet. */
export function vpcMeant({ container }: Pasting): ResourceId | undefined {
  if (container.kind === 'zone') return container.vpc;
  return containerOf(container, 'vpc')?.id ?? containerOf(container, 'subnet')?.value.vpc;
}

function zoneMeant({ draft, container }: Pasting, vpc: ResourceId, wanted: string): string {
  if (container.kind === 'zone' && container.vpc === vpc) return container.zone;
  const zones = zonesOf(draft.design, vpc);
  if (zones.includes(wanted)) return wanted;
  const code = draft.findOf(draft.findOf(vpc, 'vpc')?.region, 'region')?.code;
  const names = code === undefined ? [] : zoneNames(code);
  return names.includes(wanted) ? wanted : (names.find((name) => name.slice(-1) === wanted.slice(-1)) ?? zones[0] ?? wanted);
}

function blockMeant(draft: Draft, id: ResourceId, { vpc, value }: { readonly vpc: ResourceId; readonly value: Subnet }): string | undefined {
  const block = blockOf(value);
  if (!block) return undefined;
  const home = draft.need(vpc, 'vpc');
  const isInside = blocksOf(home).some((outer) => contains(outer, block));
  const isFree = subnetsOf(draft.design, vpc).every((other) => {
    const taken = blockOf(other.value);
    return other.id === id || !taken || !overlaps(taken, block);
  });
  if (isInside && isFree) return formatCidr(block);
  return nextSubnetBlock(draft.design, vpc, block.prefixLength) ?? refuse(`${home.name} (${home.cidr}) has no free block of /${block.prefixLength} for a copy of ${value.name}.`);
}

/** Puts pasted subnets in a VPC that was there before, with a free block of the same size. */
export function pasteSubnets(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'subnet')) {
    if (isPasted(pasting, value.vpc)) continue;
    const vpc = vpcMeant(pasting) ?? (draft.findOf(value.vpc, 'vpc') ? value.vpc : refuse(`${value.name} needs a VPC; select one to paste into.`));
    const cidr = blockMeant(draft, id, { vpc, value });
    const belongs = (other: ResourceId | undefined): ResourceId | undefined => {
      const resource = other === undefined ? undefined : draft.find(other);
      return resource && 'vpc' in resource && resource.vpc === vpc ? other : undefined;
    };
    const zone = zoneMeant(pasting, vpc, value.availabilityZone);
    draft.change(id, 'subnet', { vpc, availabilityZone: zone, routeTable: belongs(value.routeTable), networkAcl: belongs(value.networkAcl), ipv6Cidr: undefined });
    if (cidr !== undefined && cidr !== value.cidr) readdressSubnet(draft, id, cidr);
    const { availabilityZones } = draft.need(vpc, 'vpc');
    if (!availabilityZones.includes(zone)) draft.change(vpc, 'vpc', { availabilityZones: [...availabilityZones, zone] });
  }
}
