import { addressCount, formatAddress } from '../../address/cidr.ts';
import { RESERVED_ADDRESS_COUNT } from '../../aws/reserved-addresses.ts';
import type { Fix } from '../../findings/fix.ts';
import type { InterfaceEntry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { couldBeExposed } from '../facts/group-admissions.ts';
import { interfacesSharing, usedAddresses, type HeldHere } from '../facts/held-addresses.ts';
import { nameOf } from '../facts/names.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';
import { exposedInterfaces } from '../facts/proven-exposures.ts';
import { replaceValue } from './patch-of.ts';

/** The first usable address comes after four reserved ones; the fifth reserved one is the last of the block. */
const FIRST_USABLE = RESERVED_ADDRESS_COUNT - 1;

function searchFreeAddress(lookup: Lookup, subnet: SubnetEntry): number | undefined {
  const block = subnet.blocks.find(({ family }) => family === 4);
  if (block?.family !== 4) return undefined;
  const used = usedAddresses(lookup).get(subnet.vpc.id);
  const last = block.first + addressCount(block) - 1;
  for (let address = block.first + FIRST_USABLE; address < last; address += 1) {
    if (used?.has(address) !== true) return address;
  }
  return undefined;
}

const freeAddresses = oncePerLookup(() => new Map<ResourceId, number | undefined>());

/** The lowest IPv4 address of a subnet that AWS could hand out and nobody in the VPC holds. */
function freeAddressIn(lookup: Lookup, subnet: SubnetEntry): number | undefined {
  const known = freeAddresses(lookup);
  if (!known.has(subnet.id)) known.set(subnet.id, searchFreeAddress(lookup, subnet));
  return known.get(subnet.id);
}

/** Whether nothing gets through to an interface today that could be reached if its addresses were its own. */
const isShutOut = (lookup: Lookup, entry: InterfaceEntry): boolean => couldBeExposed(entry) && !exposedInterfaces(lookup).has(entry);

/** Whether a new address could expose the interface, or another one that has shared its addresses until now. */
function opensNewly(lookup: Lookup, id: ResourceId): boolean {
  const entry = lookup.interfaces.get(id);
  return entry !== undefined && interfacesSharing(lookup, entry).some((other) => isShutOut(lookup, other));
}

/** Gives whoever holds an IPv4 address the lowest free one of its subnet instead; no fix in a full subnet. */
export function giveAddress(lookup: Lookup, { address, subnet, at, row, knownAs, kind }: HeldHere): readonly Fix[] {
  const free = typeof address === 'number' ? freeAddressIn(lookup, subnet) : undefined;
  if (free === undefined || opensNewly(lookup, at)) return [];
  const to = formatAddress(free);
  const field = kind === 'interface' ? 'address' : 'privateAddress';
  return [{ title: `Give ${nameOf(lookup, knownAs)} the address ${to}`, patch: replaceValue([at, 'addresses', row, field], formatAddress(address), to) }];
}
