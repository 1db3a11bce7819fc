import type { Direction } from '../../filtering/rule-match.ts';
import { groupReferenceReaches } from '../../lookup/group-references.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { sharedTransitGateways } from '../../lookup/transit-group-references.ts';
import type { TracedParcel } from '../flight.ts';

/**
 * Whether a rule names a group of the other end, and only a transit gateway without referencing of groups lies between, so
 * that it matches nobody.
 */
export function lacksReferencing(lookup: Lookup, entry: InterfaceEntry, given: { readonly direction: Direction; readonly parcels: readonly TracedParcel[] }): boolean {
  const [first] = given.parcels;
  const far = first?.now[given.direction === 'inbound' ? 'source' : 'destination'];
  if (!far) return false;
  return entry.groups.some(({ value }) =>
    Object.values(value[given.direction]).some(({ peer }) => {
      if (!('group' in peer)) return false;
      const home = lookup.resource(peer.group);
      if (home?.kind !== 'security-group' || home.vpc === value.vpc || sharedTransitGateways(lookup, value.vpc, home.vpc).length === 0) return false;
      const isMember = (lookup.groupMembers.get(peer.group) ?? []).some(({ addresses }) => addresses.some(({ address }) => address === far[0]));
      return isMember && (given.direction === 'outbound' || groupReferenceReaches(lookup, value.vpc, peer) === 'stale');
    }),
  );
}
