import { documentation } from '../../aws/documentation-links.ts';
import { describeTraffic } from '../../editing/rule-traffic.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { stalePeers, type StalePeer } from '../facts/peer-groups.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly peer: StalePeer;
  readonly name: string;
  readonly named: string;
  readonly vpc: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const peer of stalePeers(lookup)) {
    if (peer.reason === 'regions') continue;
    yield { evidence: [{ at: peer.group, row: peer.row }, { at: peer.named }], facts: { peer, name: nameOf(lookup, peer.group), named: nameOf(lookup, peer.named), vpc: nameOf(lookup, peer.namedVpc) } };
  }
}

const wayOf = ({ direction, rule }: StalePeer): string => `${describeTraffic(rule)} ${direction === 'inbound' ? 'in from' : 'out to'}`;

const endings: Readonly<Record<Exclude<StalePeer['reason'], 'regions'>, string>> = {
  ended: 'whose peering is over, so the rule is stale and matches nobody; remove it, or peer the VPCs again',
  pending: 'whose peering is not active yet, so the rule matches nobody; accept the peering',
  unpeered: 'which is not peered with this VPC, so the rule matches nobody; peer the VPCs, or remove the rule',
};

function explain({ peer, name, named, vpc }: Facts): string {
  const ending = peer.reason === 'regions' ? '' : endings[peer.reason];
  return `${name} lets ${wayOf(peer)} ${named}, a group of ${vpc}, ${ending}.`;
}

/** A rule that waits for its peering is meant; any other can go. */
const fix = ({ peer, name }: Facts): readonly Fix[] =>
  peer.reason === 'pending'
    ? []
    : [{ title: `Remove the ${peer.direction} rule for ${describeTraffic(peer.rule)} from ${name}`, effect: 'Changes no traffic: the rule matches nobody.', patch: removeValue([peer.group, peer.direction, peer.row], peer.rule) }];

export const stalePeerGroup = defineRule<Facts>({
  id: 'stale-peer-group',
  area: 'security-groups',
  severity: 'warning',
  why: 'A rule that names a group of a VPC which is no longer peered stays behind, matches nobody, and hides that somebody cannot get through.',
  learnMore: documentation.peeringGroups,
  check,
  explain,
  fix,
});
