import type { AddressNumber, InterfaceEntry, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { nameOf, nameOfHolder } from './names.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** A private address, who holds it and where it is written. */
export interface HeldHere {
  readonly address: AddressNumber;
  readonly vpc: VpcEntry;
  readonly subnet: SubnetEntry;
  /** The interface or NAT gateway. */
  readonly at: ResourceId;
  readonly row: string;
  readonly name: string;
  readonly kind: 'interface' | 'nat-gateway';
}

function collect(lookup: Lookup): readonly HeldHere[] {
  const held: HeldHere[] = [];
  for (const entry of lookup.interfaces.values()) {
    const { id: at, subnet, addresses } = entry;
    if (addresses.length === 0) continue;
    const name = nameOfHolder(lookup, entry);
    for (const { address, row } of addresses) held.push({ address, vpc: subnet.vpc, subnet, at, row, name, kind: 'interface' });
  }
  for (const { id: at, subnet, value, addresses } of lookup.natGateways.values()) {
    if (subnet === undefined || value.state === 'deleted') continue;
    const name = nameOf(lookup, at);
    for (const { private: address, row } of addresses) {
      if (address !== undefined) held.push({ address, vpc: subnet.vpc, subnet, at, row, name, kind: 'nat-gateway' });
    }
  }
  return held;
}

/** Every private address that interfaces and NAT gateways hold, interfaces first. */
export const heldAddresses = oncePerLookup(collect);

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

function* addressKeys({ addresses, subnet }: InterfaceEntry): Iterable<string> {
  for (const { address, public: translated } of addresses) {
    yield `${subnet.vpc.id} ${address}`;
    if (translated) yield `public ${translated.address}`;
  }
}

const interfacesByAddress = oncePerLookup((lookup) => {
  const holders = new Map<string, InterfaceEntry[]>();
  for (const entry of lookup.interfaces.values()) {
    for (const key of addressKeys(entry)) {
      const known = holders.get(key);
      if (known) known.push(entry);
      else holders.set(key, [entry]);
    }
  }
  return holders;
});

/** The interface itself and every other one that claims an address of it, private or public. */
export function interfacesSharing(lookup: Lookup, entry: InterfaceEntry): readonly InterfaceEntry[] {
  const sharing = new Set<InterfaceEntry>([entry]);
  for (const key of addressKeys(entry)) for (const other of interfacesByAddress(lookup).get(key) ?? []) sharing.add(other);
  return [...sharing];
}
