import { rangeOf } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { fromIntervals, subtract, type IntervalSet } from '../address/interval-set.ts';
import type { ResourceId } from '../model/ids.ts';
import type { GroupPeer } from '../model/resources/index.ts';
import type { Lookup } from './entries.ts';
import { reachesOverTransit } from './transit-group-references.ts';
import { isEnded, isInOneRegion, peeringFrom, peeringsBetween } from './vpc-peerings.ts';

/** The other end of a rule where it is a group. */
export type GroupReference = Extract<GroupPeer, { group: ResourceId }>;

/**
 * What a rule that names a group matches: the private addresses of its members; nothing, because the reference is stale or
 * was never possible; or what the design cannot tell.
 */
export type GroupReach = 'reaches' | 'stale' | 'unknown';

/** The VPC of a group: its own, or that of an interface that is in it where the design lacks the group. */
function homeOf(lookup: Lookup, group: ResourceId): ResourceId | undefined {
  const resource = lookup.resource(group);
  if (resource?.kind === 'security-group') return resource.vpc;
  return lookup.groupMembers.get(group)?.[0]?.subnet.vpc.id;
}

/** Over a peering groups are named while it is active and both VPCs are in one Region (Peering Guide, vpc-peering-security-groups). */
function reachOverPeering(lookup: Lookup, fromVpc: ResourceId, home: ResourceId): boolean {
  return peeringsBetween(lookup, fromVpc, home).some(({ value }) => value.state === 'active' && isInOneRegion(lookup, value) !== false);
}

/** A group that the design does not hold and no interface of it is in. */
function reachOfAbsent(lookup: Lookup, reference: GroupReference): GroupReach {
  const peering = reference.peering === undefined ? undefined : lookup.resource(reference.peering);
  if (peering?.kind === 'vpc-peering-connection') {
    if (isEnded(peering) || isInOneRegion(lookup, peering) === false) return 'stale';
  }
  if (reference.account !== undefined) return 'unknown';
  // AWS lists every group of an account; what its answer does not hold was deleted, and the rule that names it is stale.
  return lookup.isMissing('security-groups') ? 'unknown' : 'stale';
}

/**
 * Whether a rule of a group in `fromVpc` that names another group matches that group's members: groups of the same VPC
 * do, those of another one over an active peering within one Region or over a transit gateway that lets them. Everything else is stale and matches nothing.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 */
export function groupReferenceReaches(lookup: Lookup, fromVpc: ResourceId, reference: GroupReference): GroupReach {
  const home = homeOf(lookup, reference.group);
  if (home === undefined) return reachOfAbsent(lookup, reference);
  if (home === fromVpc || reachOverPeering(lookup, fromVpc, home) || reachesOverTransit(lookup, fromVpc, home)) return 'reaches';
  const named = reference.peering === undefined ? undefined : lookup.resource(reference.peering);
  // A snapshot without its peerings cannot say whether the one the rule names is active.
  return reference.peering !== undefined && named === undefined && lookup.design.snapshot !== undefined ? 'unknown' : 'stale';
}

/** Whether only a transit gateway joins the VPC with a group's: then inbound rules may name the group, and outbound ones match nobody. */
export function isReachedByTransitOnly(lookup: Lookup, fromVpc: ResourceId, reference: GroupReference): boolean {
  const home = homeOf(lookup, reference.group);
  return home !== undefined && home !== fromVpc && !reachOverPeering(lookup, fromVpc, home) && reachesOverTransit(lookup, fromVpc, home);
}

const PRIVATE_IPV4: readonly Interval<number>[] = [
  [0x0a000000, 0x0b000000],
  [0x64400000, 0x64800000],
  [0xac100000, 0xac200000],
  [0xc0a80000, 0xc0a90000],
];

const isOfFamily = (interval: Interval, family: 4 | 6): boolean => (typeof interval[0] === 'number') === (family === 4);

/** The blocks beyond the peerings of a VPC in which members of a group of another VPC can be. */
function farBlocks(lookup: Lookup, fromVpc: ResourceId, reference: GroupReference): readonly Interval[] {
  return (lookup.peeringsOfVpc.get(fromVpc) ?? []).flatMap(({ id, value }) => {
    const far = peeringFrom(lookup, value, fromVpc)?.far;
    const isOther = reference.peering !== undefined && reference.peering !== id;
    const isOfOther = reference.account !== undefined && far?.account !== undefined && far.account !== reference.account;
    return !far || isOther || isOfOther || isEnded(value) ? [] : far.blocks.map((block): Interval => rangeOf(block));
  });
}

/** The addresses that interfaces of the design hold whose groups are all known: none of them is in an unknown group. */
function judgedAddresses(lookup: Lookup): readonly Interval[] {
  return [...lookup.interfaces.values()]
    .filter(({ unknownGroups }) => unknownGroups.length === 0)
    .flatMap(({ addresses }) => addresses.map(({ address }): Interval => (typeof address === 'number' ? [address, address + 1] : [address, address + 1n])));
}

const ranges = new WeakMap<Lookup, Map<string, readonly Interval[]>>();

function findUnknown(lookup: Lookup, fromVpc: ResourceId, where: { readonly reference: GroupReference; readonly family: 4 | 6 }): readonly Interval[] {
  const { reference, family } = where;
  const told = farBlocks(lookup, fromVpc, reference).filter((interval) => isOfFamily(interval, family));
  const fallback: readonly Interval[] = family === 4 ? PRIVATE_IPV4 : [];
  const own = reference.account === undefined ? [] : (lookup.vpcs.get(fromVpc)?.blocks.map((block): Interval => rangeOf(block)) ?? []);
  const not = [...own, ...judgedAddresses(lookup)].filter((interval) => isOfFamily(interval, family));
  return subtract(fromIntervals(told.length > 0 ? told : fallback) as IntervalSet<number>, fromIntervals(not) as IntervalSet<number>);
}

/**
 * Where members of a group can be that the design does not hold: beyond the peerings of the VPC, or, where these tell no
 * blocks, at any private address; never at a public one, and never where an interface of the design is.
 */
export function unknownMemberRanges(lookup: Lookup, fromVpc: ResourceId, where: { readonly reference: GroupReference; readonly family: 4 | 6 }): readonly Interval[] {
  const known = ranges.get(lookup) ?? new Map<string, readonly Interval[]>();
  ranges.set(lookup, known);
  const { group, account, peering } = where.reference;
  const key = [where.family, fromVpc, group, account, peering].join(' ');
  const found = known.get(key) ?? findUnknown(lookup, fromVpc, where);
  known.set(key, found);
  return found;
}
