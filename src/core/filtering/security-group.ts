import { rangeOf, readCidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { fromIntervals } from '../address/interval-set.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import type { GroupPeer, SecurityGroup } from '../model/resources/index.ts';
import type { Entry, InterfaceEntry, Lookup } from '../lookup/entries.ts';
import { groupReferenceReaches, isReachedByTransitOnly, unknownMemberRanges, type GroupReference } from '../lookup/group-references.ts';
import { prefixListRanges, serviceOfPrefixList } from '../lookup/prefix-lists.ts';
import { standInOfService } from '../lookup/stand-in-addresses.ts';
import { ALL_ADDRESSES, boxesOfRule, matchFirst, type Carve, type Direction, type Family, type MatchRule, type Parcel } from './rule-match.ts';

interface GroupRules {
  readonly known: readonly MatchRule[];
  /** Rules that may match, but name what the design does not hold. */
  readonly unknown: readonly MatchRule[];
}

/** The parcels that one group's rule, or no rule of any group, decided. */
export interface GroupRuling<P extends Parcel> {
  readonly effect: 'allow' | 'deny' | 'unknown';
  /** `undefined` when no rule of the interface's groups matches. */
  readonly group: ResourceId | undefined;
  readonly row: string | undefined;
  readonly parcels: readonly P[];
}

/** The private addresses of a group's members; a reference never matches public ones (VPC User Guide, security-group-rules). */
function memberAddresses(lookup: Lookup, group: ResourceId, family: Family): readonly Interval[] {
  const addresses: Interval[] = [];
  for (const member of lookup.groupMembers.get(group) ?? []) {
    for (const { address } of member.addresses) {
      if (typeof address === 'number' && family === 4) addresses.push([address, address + 1]);
      if (typeof address === 'bigint' && family === 6) addresses.push([address, address + 1n]);
    }
  }
  return fromIntervals(addresses);
}

/** The addresses at the other end of a rule, and whether it matches them for certain. */
interface Peers {
  readonly ranges: readonly Interval[];
  readonly effect: 'allow' | 'unknown';
}

/** Whose rule it is, and which way it judges. */
interface Where {
  readonly vpc: ResourceId;
  readonly family: Family;
  readonly direction: Direction;
}

const allow = (ranges: readonly Interval[]): Peers => ({ ranges, effect: 'allow' });

function peersOfGroup(lookup: Lookup, reference: GroupReference, where: Where): Peers {
  if (where.direction === 'outbound' && isReachedByTransitOnly(lookup, where.vpc, reference)) return allow([]);
  const members = memberAddresses(lookup, reference.group, where.family);
  switch (groupReferenceReaches(lookup, where.vpc, reference)) {
    case 'reaches':
      return allow(members);
    case 'stale':
      return allow([]);
    case 'unknown':
      return { ranges: members.length > 0 ? members : unknownMemberRanges(lookup, where.vpc, { reference, family: where.family }), effect: 'unknown' };
  }
}

function peersOfList(lookup: Lookup, id: string, family: Family): Peers {
  const held = prefixListRanges(lookup, id);
  if (!held) return { ranges: [ALL_ADDRESSES[family]], effect: 'unknown' };
  return allow(held.filter(([first]) => (typeof first === 'number') === (family === 4)));
}

function peersOf(lookup: Lookup, peer: GroupPeer, where: Where): Peers {
  if ('group' in peer) return peersOfGroup(lookup, peer, where);
  if ('prefixList' in peer) return peersOfList(lookup, peer.prefixList, where.family);
  const cidr = readCidr(peer.cidr);
  return allow(cidr?.family === where.family ? [rangeOf(cidr)] : []);
}

function compileGroup(lookup: Lookup, group: SecurityGroup, where: { readonly direction: Direction; readonly family: Family }): GroupRules {
  const known: MatchRule[] = [];
  const unknown: MatchRule[] = [];
  for (const [row, rule] of Object.entries(group[where.direction])) {
    const { ranges, effect } = peersOf(lookup, rule.peer, { vpc: group.vpc, ...where });
    const boxes = boxesOfRule(rule, { ...where, peers: ranges });
    if (boxes.length === 0) continue;
    (effect === 'allow' ? known : unknown).push({ row, effect, boxes });
    const service = effect === 'unknown' && 'prefixList' in rule.peer ? serviceOfPrefixList(lookup, rule.peer.prefixList) : undefined;
    if (service === undefined || where.family === 6) continue;
    const standIn = standInOfService(service);
    known.push({ row, effect: 'allow', boxes: boxesOfRule(rule, { ...where, peers: [[standIn, standIn + 1]] }) });
  }
  return { known, unknown };
}

const compiledGroups = new WeakMap<Lookup, Map<string, GroupRules>>();

function rulesOf(lookup: Lookup, group: Entry<SecurityGroup>, where: { readonly direction: Direction; readonly family: Family }): GroupRules {
  let groups = compiledGroups.get(lookup);
  if (!groups) {
    groups = new Map();
    compiledGroups.set(lookup, groups);
  }
  const key = `${where.direction}${where.family}${group.id}`;
  const known = groups.get(key);
  if (known) return known;
  const rules = compileGroup(lookup, group.value, where);
  groups.set(key, rules);
  return rules;
}

/** The rules of one group, direction and family, ready for matching; those of which it is not known whom they match are left out. */
export function groupMatchRules(lookup: Lookup, group: Entry<SecurityGroup>, where: { readonly direction: Direction; readonly family: Family }): readonly MatchRule[] {
  return rulesOf(lookup, group, where).known;
}

/** The rules that name addresses, without those that name groups. */
const ofAddresses = (rules: readonly MatchRule[], { value }: Entry<SecurityGroup>, direction: Direction): readonly MatchRule[] =>
  rules.filter(({ row }) => {
    const rule = value[direction][asRowId(row)];
    return rule !== undefined && !('group' in rule.peer);
  });

/**
 * What the groups of an interface do with traffic that opens a connection: the union of their rules allows, the rest is
 * dropped. Replies to tracked traffic never come here: groups are stateful. What comes through a middlebox is matched by
 * address alone: a rule that names the sender's group lets none of it in.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
 */
export function filterBySecurityGroups<P extends Parcel>(
  lookup: Lookup,
  target: { readonly interface: Pick<InterfaceEntry, 'groups' | 'unknownGroups'>; readonly parcels: readonly P[] },
  how: { readonly direction: Direction; readonly family: Family; readonly carve: Carve<P>; readonly isByAddressAlone?: boolean },
): readonly GroupRuling<P>[] {
  const { groups, unknownGroups } = target.interface;
  const verdicts: GroupRuling<P>[] = [];
  let rest = target.parcels;
  for (const certainty of ['known', 'unknown'] as const) {
    for (const group of groups) {
      if (rest.length === 0) return verdicts;
      const rules = rulesOf(lookup, group, how)[certainty];
      const matched = matchFirst(how.isByAddressAlone === true ? ofAddresses(rules, group, how.direction) : rules, rest, how.carve);
      for (const { rule, parcels } of matched.rulings) verdicts.push({ effect: rule.effect, group: group.id, row: rule.row, parcels });
      rest = matched.rest;
    }
  }
  if (rest.length === 0) return verdicts;
  const effect = unknownGroups.length > 0 ? 'unknown' : 'deny';
  return [...verdicts, { effect, group: effect === 'unknown' ? unknownGroups[0] : undefined, row: undefined, parcels: rest }];
}
