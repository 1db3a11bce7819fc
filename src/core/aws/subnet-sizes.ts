import { documentation } from './documentation-links.ts';
import { RESERVED_ADDRESS_COUNT } from './reserved-addresses.ts';

/** The prefix lengths AWS allows: from `largest` to `smallest` block in steps of `step` bits. */
export interface SizeRange {
  readonly largest: number;
  readonly smallest: number;
  readonly step: number;
  readonly source: string;
  readonly note?: string;
}

const WIDENED = 'The guide of 2023 knew one fixed size (VPC /56, subnet /64); AWS has widened it since.';

/** Allowed sizes by address family. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const vpcSizes = {
  4: { largest: 16, smallest: 28, step: 1, source: documentation.vpcCidrBlocks },
  6: { largest: 44, smallest: 60, step: 4, source: documentation.vpcCidrBlocks, note: WIDENED },
} as const satisfies Readonly<Record<4 | 6, SizeRange>>;

/** Allowed sizes of subnets by address family. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const subnetSizes = {
  4: { largest: 16, smallest: 28, step: 1, source: documentation.subnetSizing },
  6: { largest: 44, smallest: 64, step: 4, source: documentation.subnetSizing, note: WIDENED },
} as const satisfies Readonly<Record<4 | 6, SizeRange>>;

/** The size AWS gives out when nobody asks for another: an Amazon-provided VPC block, and the usual IPv6 subnet. */
export const usualIpv6Sizes = { vpc: 56, subnet: 64 } as const;

const isInRange = ({ largest, smallest, step }: SizeRange, prefixLength: number): boolean =>
  prefixLength >= largest && prefixLength <= smallest && (prefixLength - largest) % step === 0;

/** Whether AWS allows a VPC block of that prefix length. */
export function isVpcSize(family: 4 | 6, prefixLength: number): boolean {
  return isInRange(vpcSizes[family], prefixLength);
}

/** Whether AWS allows a subnet of that prefix length. */
export function isSubnetSize(family: 4 | 6, prefixLength: number): boolean {
  return isInRange(subnetSizes[family], prefixLength);
}

/** How many IPv4 addresses of a subnet of that prefix length can be used: all but the five reserved ones, never below 0. */
export function usableIpv4Addresses(prefixLength: number): number {
  return Math.max(0, 2 ** (32 - prefixLength) - RESERVED_ADDRESS_COUNT);
}

/** One row per IPv4 subnet size, from /16 to /28. */
export const ipv4SubnetSizeTable: readonly { readonly prefixLength: number; readonly addresses: number; readonly usable: number }[] =
  Array.from({ length: subnetSizes[4].smallest - subnetSizes[4].largest + 1 }, (_, index) => {
    const prefixLength = subnetSizes[4].largest + index;
    return { prefixLength, addresses: 2 ** (32 - prefixLength), usable: usableIpv4Addresses(prefixLength) };
  });
