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
    if (peer.reason !== 'regions') continue;
    yield { evidence: [{ at: peer.group, row: peer.row }, { at: peer.named }], facts: { peer, name: nameOf(lookup, peer.group), named: nameOf(lookup, peer.named), vpc: nameOf(lookup, peer.namedVpc) } };
  }
}

const wayOf = ({ direction, rule }: StalePeer): string => `${describeTraffic(rule)} ${direction === 'inbound' ? 'in from' : 'out to'}`;

const fix = ({ peer, name }: Facts): readonly Fix[] => [
  { title: `Remove the ${peer.direction} rule for ${describeTraffic(peer.rule)} from ${name}`, effect: 'Changes no traffic: the rule matches nobody.', patch: removeValue([peer.group, peer.direction, peer.row], peer.rule) },
];

export const groupOfAnotherRegion = defineRule<Facts>({
  id: 'group-of-another-region',
  area: 'security-groups',
  severity: 'error',
  why: 'Over a peering of two Regions no rule can name a group of the peer; AWS takes blocks only.',
  learnMore: documentation.peeringGroups,
  check,
  explain: ({ peer, name, named, vpc }) => `${name} lets ${wayOf(peer)} ${named}, a group of ${vpc} in another Region, where groups cannot be named; name the block of ${vpc} instead.`,
  fix,
});
