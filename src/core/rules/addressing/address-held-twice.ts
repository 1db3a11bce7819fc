import { formatAddress } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { AddressNumber, Lookup, VpcEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { contestedVpcs, heldAddresses, type HeldHere } from '../facts/held-addresses.ts';
import { nameOf } from '../facts/names.ts';
import { giveAddress } from '../fixes/give-address.ts';

interface Facts {
  readonly held: HeldHere;
  readonly name: string;
  readonly first: string;
  readonly vpc: string;
}

function faultOf(lookup: Lookup, held: HeldHere, first: HeldHere): Fault<Facts> {
  const facts = { held, name: nameOf(lookup, held.knownAs), first: nameOf(lookup, first.knownAs), vpc: nameOf(lookup, held.vpc.id) };
  return { evidence: [{ at: held.at, row: held.row }, { at: first.at, row: first.row }], facts };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const contested = contestedVpcs(lookup);
  if (contested.size === 0) return;
  const holders = new Map<VpcEntry, Map<AddressNumber, HeldHere>>();
  for (const held of heldAddresses(lookup)) {
    if (!contested.has(held.vpc)) continue;
    const inVpc = holders.get(held.vpc) ?? new Map<AddressNumber, HeldHere>();
    holders.set(held.vpc, inVpc);
    const first = inVpc.get(held.address);
    if (first === undefined) inVpc.set(held.address, held);
    else yield faultOf(lookup, held, first);
  }
}

export const addressHeldTwice = defineRule<Facts>({
  id: 'address-held-twice',
  area: 'addressing',
  severity: 'error',
  why: 'A private address belongs to one interface of a VPC; AWS refuses it to a second one, and traffic for it could reach either.',
  learnMore: documentation.ipAddressing,
  check,
  explain: ({ held, name, first, vpc }) => `${name} and ${first} both have ${formatAddress(held.address)} in ${vpc}; give one of them another address.`,
  fix: ({ held }, lookup) => giveAddress(lookup, held),
});
