import { formatIpv4 } from '../../address/ipv4.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { HeldAddress, InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { internetAdmissions } from '../facts/group-admissions.ts';
import { interfacesSharing } from '../facts/held-addresses.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue, together } from '../fixes/patch-of.ts';
import { offerPublicAddress } from '../fixes/placeholder-address.ts';

interface Facts {
  readonly entry: InterfaceEntry;
  readonly held: HeldAddress;
  readonly name: string;
}

/** Whether others are meant to know the address: everybody is let in. */
const servesEverybody = ({ groups }: InterfaceEntry): boolean => groups.some((group) => internetAdmissions(group).some(({ width }) => width === 'everywhere'));

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, interfaces } of lookup.instances.values()) {
    for (const entry of interfaces) {
      const held = entry.addresses.find(({ public: translated }) => translated?.type === 'auto-assigned');
      if (held && servesEverybody(entry)) yield { evidence: [{ at: id }, { at: entry.id, row: held.row }], facts: { entry, held, name: nameOf(lookup, id) } };
    }
  }
}

function fix({ entry, held, name }: Facts, lookup: Lookup): readonly Fix[] {
  const row = entry.value.addresses[asRowId(held.row)];
  // An address that somebody else claims too is a fault to be settled first.
  if (!row || interfacesSharing(lookup, entry).length > 1) return [];
  const offer = offerPublicAddress(lookup, entry.subnet.vpc.value.region);
  const given = { ...row, public: { address: offer.address, type: 'elastic', allocation: offer.allocation } };
  return [{ title: `Associate ${offer.words} with ${name}`, effect: 'The address changes once and then stays; nothing else opens.', patch: together(replaceValue([entry.id, 'addresses', held.row], row, given), offer.patch) }];
}

export const autoAssignedAddress = defineRule<Facts>({
  id: 'auto-assigned-address',
  area: 'compute',
  severity: 'advice',
  why: 'An auto-assigned public address is released when the instance stops and another one comes when it starts, so names and firewalls that know it break.',
  learnMore: documentation.instanceAddressing,
  check,
  explain: ({ held, name }) => `${name} serves the internet at ${held.public ? formatIpv4(held.public.address) : ''}, which is auto-assigned and changes when it is stopped and started; associate an Elastic IP address.`,
  fix,
});
