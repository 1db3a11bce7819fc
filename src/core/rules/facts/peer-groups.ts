import { describeTraffic } from '../../editing/rule-traffic.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { groupReferenceReaches } from '../../lookup/group-references.ts';
import { isEnded, isInOneRegion, peeringsBetween } from '../../lookup/vpc-peerings.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { SecurityGroupRule } from '../../model/resources/index.ts';
import type { Fault } from '../define-rule.ts';
import { removeValue } from '../fixes/patch-of.ts';
import { directions } from './covered-acl-rules.ts';
import { nameOf } from './names.ts';

/** A rule that names a group of another VPC and matches nobody, and why. */
export interface StalePeer {
  readonly group: ResourceId;
  readonly vpc: ResourceId;
  readonly direction: Direction;
  readonly row: string;
  readonly rule: SecurityGroupRule;
  readonly named: ResourceId;
  readonly namedVpc: ResourceId;
  /** Over a peering of two Regions, over one that is over, over one that waits to be accepted, or without any. */
  readonly reason: 'regions' | 'ended' | 'pending' | 'unpeered';
}

function reasonOf(lookup: Lookup, vpc: ResourceId, other: ResourceId): StalePeer['reason'] {
  const peerings = peeringsBetween(lookup, vpc, other);
  const live = peerings.filter(({ value }) => !isEnded(value));
  if (live.some(({ value }) => isInOneRegion(lookup, value) === false)) return 'regions';
  if (live.length > 0) return 'pending';
  return peerings.length > 0 ? 'ended' : 'unpeered';
}

/** Every rule that names a group of another VPC of the design without reaching it. */
export function* stalePeers(lookup: Lookup): Iterable<StalePeer> {
  for (const { id, value } of lookup.byKind['security-group']) {
    for (const direction of directions) {
      for (const [row, rule] of Object.entries(value[direction])) {
        if (!('group' in rule.peer)) continue;
        const named = lookup.resource(rule.peer.group);
        if (named?.kind !== 'security-group' || named.vpc === value.vpc || groupReferenceReaches(lookup, value.vpc, rule.peer) !== 'stale') continue;
        yield { group: id, vpc: value.vpc, direction, row, rule, named: rule.peer.group, namedVpc: named.vpc, reason: reasonOf(lookup, value.vpc, named.vpc) };
      }
    }
  }
}

/** What the sentence about a stale rule names. */
export interface StaleFacts {
  readonly peer: StalePeer;
  readonly name: string;
  readonly named: string;
  readonly vpc: string;
}

/** The fault that a stale rule is, at its row and the group it names. */
export const staleFault = (lookup: Lookup, peer: StalePeer): Fault<StaleFacts> => ({
  evidence: [{ at: peer.group, row: peer.row }, { at: peer.named }],
  facts: { peer, name: nameOf(lookup, peer.group), named: nameOf(lookup, peer.named), vpc: nameOf(lookup, peer.namedVpc) },
});

/** What the rule lets through and which way: `SSH (TCP 22) in from`. */
export const wayOf = ({ direction, rule }: StalePeer): string => `${describeTraffic(rule)} ${direction === 'inbound' ? 'in from' : 'out to'}`;

/** Takes the rule away. */
export const removeStaleRule = ({ peer, name }: StaleFacts): Fix => ({
  title: `Remove the ${peer.direction} rule for ${describeTraffic(peer.rule)} from ${name}`,
  effect: 'Changes no traffic: the rule matches nobody.',
  patch: removeValue([peer.group, peer.direction, peer.row], peer.rule),
});
