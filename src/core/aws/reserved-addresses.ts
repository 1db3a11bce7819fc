import { formatAddress, lastAddress } from '../address/cidr.ts';
import type { Cidr } from '../address/cidr.ts';
import { documentation } from './documentation-links.ts';

/** An address of every subnet that AWS keeps for itself. */
export interface ReservedAddress {
  readonly id: 'network' | 'router' | 'dns' | 'future' | 'broadcast';
  /** Distance from the subnet's first or last address. */
  readonly offset: number;
  readonly from: 'start' | 'end';
  readonly name: string;
  readonly purpose: string;
}

/**
 * The five addresses of each subnet that cannot be used, in IPv4 and in IPv6 subnets.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const reservedAddresses: readonly ReservedAddress[] = [
  { id: 'network', offset: 0, from: 'start', name: 'Network address', purpose: 'Names the subnet itself.' },
  { id: 'router', offset: 1, from: 'start', name: 'VPC router', purpose: 'The implicit router that every subnet sends to.' },
  {
    id: 'dns',
    offset: 2,
    from: 'start',
    name: 'DNS',
    purpose: "Kept for Amazon DNS; the resolver itself answers at the second address after the start of the VPC's primary block.",
  },
  { id: 'future', offset: 3, from: 'start', name: 'Future use', purpose: 'Kept by AWS for later.' },
  { id: 'broadcast', offset: 0, from: 'end', name: 'Broadcast address', purpose: 'Unused: a VPC has no broadcast.' },
];

export const RESERVED_ADDRESS_COUNT = reservedAddresses.length;
export const reservedAddressesSource = documentation.subnetSizing;

/** A reserved address of one subnet, as text and as a number (IPv4) or bigint (IPv6). */
export interface ReservedHere extends ReservedAddress {
  readonly address: number | bigint;
  readonly text: string;
}

/** The reserved addresses of a subnet, lowest first; of a block too small for them, those that lie in it. */
export function reservedIn(subnet: Cidr): readonly ReservedHere[] {
  const last = lastAddress(subnet);
  return reservedAddresses.flatMap((reserved): readonly ReservedHere[] => {
    const address = reserved.from === 'end' ? last : addTo(subnet.first, reserved.offset);
    const isHere = reserved.from === 'end' || address < last;
    return isHere ? [{ ...reserved, address, text: formatAddress(address) }] : [];
  });
}

const addTo = (address: number | bigint, offset: number): number | bigint =>
  typeof address === 'number' ? address + offset : address + BigInt(offset);

/** What an address of the subnet is reserved for, or `undefined` when it can be used. */
export function reservedAt(subnet: Cidr, address: number | bigint): ReservedHere | undefined {
  return reservedIn(subnet).find((reserved) => reserved.address === address);
}
