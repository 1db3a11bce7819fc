import { formatAddress } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { AddressNumber, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { heldAddresses, type HeldHere } from '../facts/held-addresses.ts';
import { nameOf } from '../facts/names.ts';
import { giveAddress } from '../fixes/give-address.ts';

interface Facts {
  readonly held: HeldHere;
  readonly first: string;
  readonly vpc: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const holders = new Map<ResourceId, Map<AddressNumber, HeldHere>>();
  for (const held of heldAddresses(lookup)) {
    const inVpc = holders.get(held.vpc.id) ?? new Map<AddressNumber, HeldHere>();
    holders.set(held.vpc.id, inVpc);
    const first = inVpc.get(held.address);
    if (first === undefined) inVpc.set(held.address, held);
    else yield { evidence: [{ at: held.at, row: held.row }, { at: first.at, row: first.row }], facts: { held, first: first.name, vpc: nameOf(lookup, held.vpc.id) } };
  }
}

export const addressHeldTwice = defineRule<Facts>({
  id: 'address-held-twice',
  area: 'addressing',
  severity: 'error',
  why: 'A private address belongs to one interface of a VPC; AWS refuses it to a second one, and traffic for it could reach either.',
  learnMore: documentation.ipAddressing,
  check,
  explain: ({ held, first, vpc }) => `${held.name} and ${first} both have ${formatAddress(held.address)} in ${vpc}; give one of them another address.`,
  fix: ({ held }, lookup) => giveAddress(lookup, held),
});
