import type { AddressNumber, AddressOwner, Lookup, NatGatewayEntry, PublicAddressOwner, VpcEntry } from '../lookup/entries.ts';
import type { Flight } from './flight.ts';

/** The deleted NAT gateways that a walk which notes blocks and goes on went through. */
function passedDeleted({ natGateways }: Lookup, { sessions }: Flight): readonly NatGatewayEntry[] {
  return sessions.flatMap((session) => {
    const entry = session.kind === 'nat-gateway' ? natGateways.get(session.natGateway) : undefined;
    return entry?.value.state === 'deleted' ? [entry] : [];
  });
}

function ownerAmong(natGateways: readonly NatGatewayEntry[], side: 'private' | 'public', address: AddressNumber): Extract<AddressOwner, { kind: 'nat-gateway' }> | undefined {
  for (const natGateway of natGateways) {
    const held = natGateway.addresses.find((one) => one[side] === address);
    if (held) return { kind: 'nat-gateway', natGateway, privateAddress: held.private };
  }
  return undefined;
}

/** Who holds a private address of a VPC for this traffic. What went through a deleted NAT gateway comes back to it, whoever has its addresses now. */
export const privateHolder = (lookup: Lookup, flight: Flight, { vpc, address }: { readonly vpc: VpcEntry; readonly address: AddressNumber }): AddressOwner | undefined =>
  ownerAmong(passedDeleted(lookup, flight), 'private', address) ?? vpc.owners.get(address);

/** Who holds a public address for this traffic, deleted NAT gateways that it went through first. */
export function publicHolder(lookup: Lookup, flight: Flight, address: AddressNumber | undefined): PublicAddressOwner | undefined {
  if (typeof address !== 'number') return undefined;
  const owner = ownerAmong(passedDeleted(lookup, flight), 'public', address);
  const vpc = owner?.natGateway.vpc;
  return owner && vpc ? { vpc, owner, privateAddress: owner.privateAddress } : lookup.publicAddresses.get(address);
}
