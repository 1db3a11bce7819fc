import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { removeStaleRule, stalePeers, staleFault, wayOf, type StaleFacts } from '../facts/peer-groups.ts';

function* check(lookup: Lookup): Iterable<Fault<StaleFacts>> {
  for (const peer of stalePeers(lookup)) {
    if (peer.reason !== 'regions') continue;
    yield staleFault(lookup, peer);
  }
}

export const groupOfAnotherRegion = defineRule<StaleFacts>({
  id: 'group-of-another-region',
  area: 'security-groups',
  severity: 'error',
  why: 'Over a peering of two Regions no rule can name a group of the peer; AWS takes blocks only.',
  learnMore: documentation.peeringGroups,
  check,
  explain: ({ peer, name, named, vpc }) => `${name} lets ${wayOf(peer)} ${named}, a group of ${vpc} in another Region, where groups cannot be named; name the block of ${vpc} instead.`,
  fix: (facts) => [removeStaleRule(facts)],
});
