import { parseIpv4 } from '../../address/ipv4.ts';
import { nextPublicAddressBeside } from '../../editing/free-addresses.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { ElasticIp, Resource } from '../../model/resources/index.ts';
import type { Patch } from '../../patch/patch.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';
import { wholeOf } from '../facts/whole-design.ts';
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

/** Only what can hold a public address is looked at: the other half of a design is instances, subnets and rules. */
function* publicHolders({ byKind }: Lookup): Iterable<Resource> {
  for (const kind of ['network-interface', 'nat-gateway', 'elastic-ip', 'customer-gateway', 'client', 'vpn-connection'] as const) {
    for (const { value } of byKind[kind]) yield value;
  }
}

const choosePlaceholder = (lookup: Lookup): string => nextPublicAddressBeside(publicHolders(lookup));
const placeholder = oncePerLookup((lookup) => choosePlaceholder(wholeOf(lookup)));
const freeByRegion = oncePerLookup(() => new Map<ResourceId | undefined, Entry<ElasticIp> | undefined>());

/** Whether something has the address already, so that the allocation is written twice. */
function isHeld(lookup: Lookup, text: string): boolean {
  const address = parseIpv4(text);
  return address === undefined || lookup.publicAddresses.has(address);
}

const chooseElasticIp = (lookup: Lookup, region: ResourceId | undefined): Entry<ElasticIp> | undefined => lookup.byKind['elastic-ip'].find(({ value }) => value.region === region && !isHeld(lookup, value.address));

function freeElasticIp(lookup: Lookup, region: ResourceId | undefined): Entry<ElasticIp> | undefined {
  const known = freeByRegion(lookup);
  if (!known.has(region)) known.set(region, chooseElasticIp(wholeOf(lookup), region));
  return known.get(region);
}

/** An Elastic IP address of the Region that nothing holds, else a new one with a placeholder for what AWS will choose. */
export function offerPublicAddress(lookup: Lookup, region: ResourceId | undefined): PublicAddressOffer {
  const free = freeElasticIp(lookup, region);
  if (free) return { address: free.value.address, allocation: free.id, words: `the Elastic IP address ${free.value.address}`, patch: removeValue([free.id], free.value) };
  return { address: placeholder(lookup), allocation: newId(lookup, 'eipalloc'), words: 'a new Elastic IP address', patch: [] };
}

/** The public addresses that were offered: the placeholder if somebody was offered it, and what each Region has free. */
export interface OfferedAddresses {
  readonly placeholder: string | undefined;
  readonly free: Map<ResourceId | undefined, Entry<ElasticIp> | undefined>;
}

export const offeredAddresses = (lookup: Lookup): OfferedAddresses => ({ placeholder: placeholder.known(lookup), free: freeByRegion(lookup) });

/** Offers in a part of a design what was offered in the whole of it. */
export function keepOfferedAddresses(lookup: Lookup, offered: OfferedAddresses): void {
  if (offered.placeholder !== undefined) placeholder.keep(lookup, offered.placeholder);
  freeByRegion.keep(lookup, offered.free);
}

/** Whether an edited design would be offered the same public addresses. */
export function areAddressesStillOffered({ placeholder: address, free }: OfferedAddresses, edited: Lookup): boolean {
  if (address !== undefined && choosePlaceholder(edited) !== address) return false;
  return [...free].every(([region, entry]) => chooseElasticIp(edited, region)?.value === entry?.value);
}
