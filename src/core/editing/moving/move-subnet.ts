import { contains, formatCidr, overlaps } from '../../address/cidr.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Subnet } from '../../model/resources/index.ts';
import { blackholeRoutes } from '../blackholes.ts';
import type { Draft } from '../draft.ts';
import { nextSubnetBlock } from '../free-addresses.ts';
import { blockOf, blocksOf, interfacesIn, interfacesOf, natGatewaysIn, subnetsOf } from '../members.ts';
import { refuse } from '../refusal.ts';
import { groupFor } from '../adding/make-interface.ts';
import { readdressSubnet } from '../readdress-subnet.ts';

const ZONES_OF_GROUP = 2;

/** Refuses to leave a DB subnet group with one zone: RDS wants subnets in at least two (RDS API, CreateDBSubnetGroup). */
function requireTwoZones(draft: Draft, subnet: ResourceId): void {
  for (const { value } of draft.list('db-subnet-group')) {
    if (!value.subnets.includes(subnet)) continue;
    const zones = new Set(value.subnets.map((id) => draft.findOf(id, 'subnet')?.availabilityZone));
    if (zones.size < ZONES_OF_GROUP) refuse(`${value.name} would be left with subnets in one Availability Zone; a DB subnet group covers at least two.`);
  }
}

/** A DB instance is where its primary interface is; instances need all their interfaces in one zone. */
function followZone(draft: Draft, subnet: ResourceId, zone: string): void {
  for (const { value } of interfacesIn(draft.design, subnet)) {
    const holder = value.attachment?.resource;
    if (holder === undefined) continue;
    if (draft.findOf(holder, 'db-instance') && value.attachment?.role !== 'standby') draft.change(holder, 'db-instance', { availabilityZone: zone });
    const others = interfacesOf(draft.design, holder).filter((other) => draft.findOf(other.value.subnet, 'subnet')?.availabilityZone !== zone);
    if (draft.findOf(holder, 'instance') && others.length > 0) {
      refuse(`${draft.nameOf(holder)} has interfaces in other subnets; all interfaces of an instance stand in one Availability Zone.`);
    }
  }
}

/** Puts a subnet in another zone of its VPC; what stands in it goes along and keeps its addresses. */
export function moveToZone(draft: Draft, subnet: ResourceId, zone: string): void {
  const { vpc } = draft.need(subnet, 'subnet');
  draft.change(subnet, 'subnet', { availabilityZone: zone });
  requireTwoZones(draft, subnet);
  followZone(draft, subnet, zone);
  const { availabilityZones } = draft.need(vpc, 'vpc');
  if (!availabilityZones.includes(zone)) draft.change(vpc, 'vpc', { availabilityZones: [...availabilityZones, zone] });
}

/** The block of the subnet in its new VPC: its own if that lies there and is free, else the next free one of its size. */
function blockIn(draft: Draft, value: Subnet, vpc: ResourceId): string {
  const block = blockOf(value) ?? refuse(`${value.name} has no IPv4 block, so it cannot be given one in another VPC.`);
  const home = draft.need(vpc, 'vpc');
  const isInside = blocksOf(home).some((outer) => contains(outer, block));
  const isFree = subnetsOf(draft.design, vpc).every((other) => {
    const taken = blockOf(other.value);
    return !taken || !overlaps(taken, block);
  });
  if (isInside && isFree) return formatCidr(block);
  return nextSubnetBlock(draft.design, vpc, block.prefixLength) ?? refuse(`${home.name} (${home.cidr}) has no free block of /${block.prefixLength} for ${value.name}.`);
}

/** What keeps a subnet in its VPC: databases and instances that also stand elsewhere. */
function requireLoose(draft: Draft, subnet: ResourceId): void {
  const { name, vpc } = draft.need(subnet, 'subnet');
  const group = draft.list('db-subnet-group').find(({ value }) => value.subnets.includes(subnet));
  if (group) refuse(`${name} belongs to DB subnet group ${group.value.name} of ${draft.nameOf(vpc)}; take it out of the group first.`);
  for (const { value } of interfacesIn(draft.design, subnet)) {
    const holder = value.attachment?.resource;
    if (holder === undefined || interfacesOf(draft.design, holder).every((other) => other.value.subnet === subnet)) continue;
    refuse(`${draft.nameOf(holder)} has interfaces in other subnets of ${draft.nameOf(vpc)}; detach them first.`);
  }
}

/**
 * Puts a subnet in another VPC. It goes on that VPC's main table and default ACL, its interfaces into the default group;
 * its block and addresses are renumbered where they do not fit. Routes of the old VPC to what went along are blackholes.
 */
export function moveToVpc(draft: Draft, subnet: ResourceId, { vpc, zone }: { readonly vpc: ResourceId; readonly zone: string }): void {
  requireLoose(draft, subnet);
  const value = draft.need(subnet, 'subnet');
  const cidr = blockIn(draft, value, vpc);
  const gone = [...interfacesIn(draft.design, subnet), ...natGatewaysIn(draft.design, subnet)].map(({ id }) => id);
  const instances = interfacesIn(draft.design, subnet).map((entry) => entry.value.attachment?.resource).filter((id) => id !== undefined);
  blackholeRoutes(draft, new Set([...gone, ...instances]), value.vpc);
  readdressSubnet(draft, subnet, cidr);
  draft.change(subnet, 'subnet', { vpc, availabilityZone: zone, routeTable: undefined, networkAcl: undefined, ipv6Cidr: undefined });
  for (const { id, value: held } of interfacesIn(draft.design, subnet)) {
    draft.change(id, 'network-interface', { securityGroups: [groupFor(draft, vpc, held.name)], ipv6Addresses: {} });
  }
  const { availabilityZones } = draft.need(vpc, 'vpc');
  if (!availabilityZones.includes(zone)) draft.change(vpc, 'vpc', { availabilityZones: [...availabilityZones, zone] });
}
