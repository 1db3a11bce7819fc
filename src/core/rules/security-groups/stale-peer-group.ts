import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { removeStaleRule, stalePeers, staleFault, wayOf, type StaleFacts, type StalePeer } from '../facts/peer-groups.ts';

function* check(lookup: Lookup): Iterable<Fault<StaleFacts>> {
  for (const peer of stalePeers(lookup)) {
    if (peer.reason === 'regions') continue;
    yield staleFault(lookup, peer);
  }
}

const endings: Readonly<Record<Exclude<StalePeer['reason'], 'regions'>, string>> = {
  ended: 'whose peering is over, so the rule is stale and matches nobody; remove it, or peer the VPCs again',
  pending: 'whose peering is not active yet, so the rule matches nobody; accept the peering',
  unpeered: 'which is not peered with this VPC, so the rule matches nobody; peer the VPCs, or remove the rule',
};

function explain({ peer, name, named, vpc }: StaleFacts): string {
  const ending = peer.reason === 'regions' ? '' : endings[peer.reason];
  return `${name} lets ${wayOf(peer)} ${named}, a group of ${vpc}, ${ending}.`;
}

/** A rule that waits for its peering is meant; any other can go. */
const fix = (facts: StaleFacts): readonly Fix[] => (facts.peer.reason === 'pending' ? [] : [removeStaleRule(facts)]);

export const stalePeerGroup = defineRule<StaleFacts>({
  id: 'stale-peer-group',
  area: 'security-groups',
  severity: 'warning',
  why: 'A rule that names a group of a VPC which is no longer peered stays behind, matches nobody, and hides that somebody cannot get through.',
  learnMore: documentation.peeringGroups,
  check,
  explain,
  fix,
});
