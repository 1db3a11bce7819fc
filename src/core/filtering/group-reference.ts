import type { InterfaceEntry } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import { ALL_ADDRESSES, boxesOfRule, matchFirst, type Carve, type Family, type MatchRule, type Parcel } from './rule-match.ts';
import type { GroupRuling } from './security-group.ts';

function rulesNaming(entry: InterfaceEntry, senders: ReadonlySet<ResourceId>, family: Family): readonly { readonly group: ResourceId; readonly rule: MatchRule }[] {
  return entry.groups.flatMap((group) =>
    Object.entries(group.value.inbound).flatMap(([row, rule]) => {
      const isNamed = 'group' in rule.peer && senders.has(rule.peer.group);
      return isNamed ? [{ group: group.id, rule: { row, effect: 'allow' as const, boxes: boxesOfRule(rule, { direction: 'inbound', family, peers: [ALL_ADDRESSES[family]] }) } }] : [];
    }),
  );
}

/**
 * The parcels that rules let in because they name a group of the sender, whatever address the parcels bear: a Network Load
 * Balancer is known by its groups though it keeps its clients' addresses (Network Load Balancers guide, security groups).
 */
export function admitByGroup<P extends Parcel>(entry: InterfaceEntry, given: { readonly senders: readonly ResourceId[]; readonly parcels: readonly P[]; readonly family: Family; readonly carve: Carve<P> }): readonly GroupRuling<P>[] {
  const rulings: GroupRuling<P>[] = [];
  let rest = given.parcels;
  for (const { group, rule } of rulesNaming(entry, new Set(given.senders), given.family)) {
    if (rest.length === 0) return rulings;
    const matched = matchFirst([rule], rest, given.carve);
    for (const { parcels } of matched.rulings) rulings.push({ effect: 'allow', group, row: rule.row, parcels });
    rest = matched.rest;
  }
  return rest.length === 0 ? rulings : [...rulings, { effect: 'deny', group: undefined, row: undefined, parcels: rest }];
}
