import { addressCount, formatAddress, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import { RESERVED_ADDRESS_COUNT, reservedAt } from '../../aws/reserved-addresses.ts';
import type { AddressNumber, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { heldAddresses, type HeldHere } from '../facts/held-addresses.ts';
import { nameOf } from '../facts/names.ts';
import { giveAddress } from '../fixes/give-address.ts';

interface Facts {
  readonly held: HeldHere;
  readonly name: string;
  readonly subnet: string;
  /** What AWS keeps the address for. */
  readonly reservedFor: string;
}

/** Whether the address lies where reserved ones do, without naming it: this is asked of every address. */
function isAtTheEnds(block: Cidr, address: AddressNumber): boolean {
  if (block.family === 4) {
    const offset = Number(address) - block.first;
    return (offset >= 0 && offset < RESERVED_ADDRESS_COUNT - 1) || offset === addressCount(block) - 1;
  }
  const offset = BigInt(address) - block.first;
  return (offset >= 0n && offset < BigInt(RESERVED_ADDRESS_COUNT - 1)) || offset === addressCount(block) - 1n;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const held of heldAddresses(lookup)) {
    const family = typeof held.address === 'number' ? 4 : 6;
    const block = held.subnet.blocks.find((candidate) => candidate.family === family);
    if (block === undefined || !isAtTheEnds(block, held.address)) continue;
    const reserved = reservedAt(block, held.address);
    if (reserved === undefined) continue;
    yield { evidence: [{ at: held.at, row: held.row }, { at: held.subnet.id }], facts: { held, name: nameOf(lookup, held.knownAs), subnet: nameOf(lookup, held.subnet.id), reservedFor: reserved.name } };
  }
}

export const reservedAddress = defineRule<Facts>({
  id: 'reserved-address',
  area: 'addressing',
  severity: 'error',
  why: 'AWS keeps the first four addresses and the last one of every subnet; nothing can be launched with one of them.',
  learnMore: documentation.subnetSizing,
  check,
  explain: ({ held, name, subnet, reservedFor }) => `${name} has ${formatAddress(held.address)}, which AWS reserves in ${subnet} (${reservedFor}); give it another address.`,
  fix: ({ held }, lookup) => giveAddress(lookup, held),
});
