import { parseIpv4 } from '../../address/ipv4.ts';
import { nextPublicAddress } from '../../editing/free-addresses.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Patch } from '../../patch/patch.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';
import { newId } from './new-ids.ts';
import { removeValue } from './patch-of.ts';

/** A public address to give to something, and what has to happen to the design besides. */
export interface PublicAddressOffer {
  readonly address: string;
  readonly allocation: string;
  /** Where it came from: "203.0.113.9", or "a new Elastic IP address". */
  readonly words: string;
  readonly patch: Patch;
}

const placeholder = oncePerLookup((lookup) => nextPublicAddress(lookup.design));

/** Whether something has the address already, so that the allocation is written twice. */
function isHeld(lookup: Lookup, text: string): boolean {
  const address = parseIpv4(text);
  return address === undefined || lookup.publicAddresses.has(address);
}

/** An Elastic IP address of the Region that nothing holds, else a new one with a placeholder for what AWS will choose. */
export function offerPublicAddress(lookup: Lookup, region: ResourceId | undefined): PublicAddressOffer {
  const free = lookup.byKind['elastic-ip'].find(({ value }) => value.region === region && !isHeld(lookup, value.address));
  if (free) return { address: free.value.address, allocation: free.id, words: `the Elastic IP address ${free.value.address}`, patch: removeValue([free.id], free.value) };
  return { address: placeholder(lookup), allocation: newId(lookup, 'eipalloc'), words: 'a new Elastic IP address', patch: [] };
}
