import type { AddressNumber, InterfaceEntry, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { idOfHolder } from './names.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** A private address, who holds it and where it is written. */
export interface HeldHere {
  readonly address: AddressNumber;
  readonly vpc: VpcEntry;
  readonly subnet: SubnetEntry;
  /** The interface or NAT gateway. */
  readonly at: ResourceId;
  readonly row: string;
  /** Whose name people know it by: the machine's, or its own. */
  readonly knownAs: ResourceId;
  readonly kind: 'interface' | 'nat-gateway';
}

function collect(lookup: Lookup): readonly HeldHere[] {
  const held: HeldHere[] = [];
  for (const entry of lookup.interfaces.values()) {
    const { id: at, subnet, addresses } = entry;
    for (const { address, row } of addresses) held.push({ address, vpc: subnet.vpc, subnet, at, row, knownAs: idOfHolder(entry), kind: 'interface' });
  }
  for (const { id: at, subnet, value, addresses } of lookup.natGateways.values()) {
    if (subnet === undefined || value.state === 'deleted') continue;
    for (const { private: address, row } of addresses) {
      if (address !== undefined) held.push({ address, vpc: subnet.vpc, subnet, at, row, knownAs: at, kind: 'nat-gateway' });
    }
  }
  return held;
}

/** Every private address that interfaces and NAT gateways hold, interfaces first. */
export const heldAddresses = oncePerLookup(collect);

/** Whether the address leads to where it stands here. It does for all but one of the places that share an address. */
function isOwned({ vpc, address, at, row }: HeldHere): boolean {
  const owner = vpc.owners.get(address);
  if (owner?.kind === 'interface') return owner.interface.id === at && owner.held.row === row;
  return owner?.kind === 'nat-gateway' && owner.natGateway.id === at && owner.natGateway.addresses.length === 1;
}

/** The VPCs where an address may be shared: usually none, so that holders are only compared in those. */
export const contestedVpcs = oncePerLookup((lookup): ReadonlySet<VpcEntry> => {
  const contested = new Set<VpcEntry>();
  for (const one of heldAddresses(lookup)) if (!isOwned(one)) contested.add(one.vpc);
  return contested;
});

function ownsPublicAddresses(lookup: Lookup, entry: InterfaceEntry): boolean {
  for (const { public: translated } of entry.addresses) {
    if (translated === undefined) continue;
    const owner = lookup.publicAddresses.get(translated.address)?.owner;
    if (owner?.kind !== 'interface' || owner.interface !== entry) return false;
  }
  return true;
}

/** Whether some public address stands at two interfaces. */
const isSomePublicShared = oncePerLookup((lookup) => {
  for (const entry of lookup.interfaces.values()) if (!ownsPublicAddresses(lookup, entry)) return true;
  return false;
});

/** The addresses held in each VPC. */
export const usedAddresses = oncePerLookup((lookup) => {
  const used = new Map<ResourceId, Set<AddressNumber>>();
  for (const { vpc, address } of heldAddresses(lookup)) {
    const inVpc = used.get(vpc.id);
    if (inVpc) inVpc.add(address);
    else used.set(vpc.id, new Set([address]));
  }
  return used;
});

/** Interfaces by an address they claim. Nearly every address has one holder: a list is only made for a second one. */
type Holders = Map<AddressNumber, InterfaceEntry | InterfaceEntry[]>;

function claim(holders: Holders, address: AddressNumber, entry: InterfaceEntry): void {
  const known = holders.get(address);
  if (known === undefined) holders.set(address, entry);
  else if (Array.isArray(known)) known.push(entry);
  else holders.set(address, [known, entry]);
}

const holdersIn = oncePerLookup(() => new Map<VpcEntry, Holders>());

/** Who claims which private address of a VPC: only asked for a few VPCs, so only worked out for those. */
function privateHolders(lookup: Lookup, vpc: VpcEntry): Holders {
  const known = holdersIn(lookup).get(vpc);
  if (known) return known;
  const holders: Holders = new Map();
  for (const { interfaces } of vpc.subnets) {
    for (const entry of interfaces) for (const { address } of entry.addresses) claim(holders, address, entry);
  }
  holdersIn(lookup).set(vpc, holders);
  return holders;
}

const publicHolders = oncePerLookup((lookup) => {
  const holders: Holders = new Map();
  for (const entry of lookup.interfaces.values()) {
    for (const { public: translated } of entry.addresses) if (translated) claim(holders, translated.address, entry);
  }
  return holders;
});

function addAll(sharing: Set<InterfaceEntry>, found: InterfaceEntry | InterfaceEntry[] | undefined): void {
  if (Array.isArray(found)) for (const entry of found) sharing.add(entry);
  else if (found !== undefined) sharing.add(found);
}

/** The interface itself and every other one that claims an address of it, private or public. */
export function interfacesSharing(lookup: Lookup, entry: InterfaceEntry): readonly InterfaceEntry[] {
  const { vpc } = entry.subnet;
  const isPrivateShared = contestedVpcs(lookup).has(vpc);
  if (!isPrivateShared && !isSomePublicShared(lookup)) return [entry];
  const sharing = new Set<InterfaceEntry>([entry]);
  for (const { address, public: translated } of entry.addresses) {
    if (isPrivateShared) addAll(sharing, privateHolders(lookup, vpc).get(address));
    if (translated) addAll(sharing, publicHolders(lookup).get(translated.address));
  }
  return [...sharing];
}
