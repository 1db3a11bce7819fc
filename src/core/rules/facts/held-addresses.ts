import type { AddressNumber, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
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
