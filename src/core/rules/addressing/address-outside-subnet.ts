import { containsAddress, formatAddress, formatCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { heldAddresses, type HeldHere } from '../facts/held-addresses.ts';
import { nameOf } from '../facts/names.ts';
import { giveAddress } from '../fixes/give-address.ts';

interface Facts {
  readonly held: HeldHere;
  readonly name: string;
  readonly subnet: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const held of heldAddresses(lookup)) {
    if (held.subnet.blocks.some((block) => containsAddress(block, held.address))) continue;
    yield { evidence: [{ at: held.at, row: held.row }, { at: held.subnet.id }], facts: { held, name: nameOf(lookup, held.knownAs), subnet: nameOf(lookup, held.subnet.id) } };
  }
}

const blocksOf = ({ subnet }: HeldHere): string => (subnet.blocks.length === 0 ? 'which has no block' : subnet.blocks.map(formatCidr).join(', '));

export const addressOutsideSubnet = defineRule<Facts>({
  id: 'address-outside-subnet',
  area: 'addressing',
  severity: 'error',
  why: 'An interface takes its addresses from the block of its subnet; AWS refuses any other.',
  learnMore: documentation.subnetSizing,
  check,
  explain: ({ held, name, subnet }) => `${name} has ${formatAddress(held.address)}, which is not in its subnet ${subnet} (${blocksOf(held)}); give it an address of the subnet.`,
  fix: ({ held }, lookup) => giveAddress(lookup, held),
});
