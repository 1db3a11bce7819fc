import type { Cidr4 } from '../address/cidr.ts';
import { addressCount, containsAddress, formatCidr, nextFree, readCidr } from '../address/cidr.ts';
import { formatIpv4, parseIpv4 } from '../address/ipv4.ts';
import { reservedAt } from '../aws/reserved-addresses.ts';
import { subnetSizes } from '../aws/subnet-sizes.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId, RowId } from '../model/ids.ts';
import type { Resource, Vpc } from '../model/resources/index.ts';
import { listResources } from './draft.ts';
import { blockOf, blocksOf, interfacesIn, natGatewaysIn, subnetsOf } from './members.ts';

/** Smallest block AWS allows for VPCs and subnets. */
export const SMALLEST_BLOCK_PREFIX = subnetSizes[4].smallest;

const numbersOf = (addresses: readonly (string | undefined)[]): Set<number> =>
  new Set(addresses.map((address) => (address === undefined ? undefined : parseIpv4(address))).filter((address) => address !== undefined));

/** The private IPv4 addresses held in a subnet, as numbers. */
export function usedAddresses(design: Design, subnet: ResourceId): ReadonlySet<number> {
  const ofInterfaces = interfacesIn(design, subnet).flatMap(({ value }) => Object.values(value.addresses).map(({ address }) => address));
  const ofNatGateways = natGatewaysIn(design, subnet).flatMap(({ value }) => Object.values(value.addresses).map(({ privateAddress }) => privateAddress));
  return numbersOf([...ofInterfaces, ...ofNatGateways]);
}

/** Whether AWS hands out that address of the block: it lies inside and is none of the five reserved ones. */
export function isAssignable(block: Cidr4, address: number): boolean {
  return containsAddress(block, address) && reservedAt(block, address) === undefined;
}

/** The lowest address of a subnet that AWS could hand out and nobody holds; `undefined` when it is full or IPv6 only. */
export function nextFreeAddress(design: Design, subnet: ResourceId): string | undefined {
  const value = design.resources[subnet];
  const block = value?.kind === 'subnet' ? blockOf(value) : undefined;
  if (!block) return undefined;
  const used = usedAddresses(design, subnet);
  for (let address = block.first; containsAddress(block, address); address += 1) {
    if (!used.has(address) && isAssignable(block, address)) return formatIpv4(address);
  }
  return undefined;
}

/**
 * Where placeholder public addresses come from, in order: the three documentation blocks of RFC 5737 and the benchmarking
 * block of RFC 2544. None of them is anybody's, so a drawn address can never be mistaken for a real machine.
 */
const PLACEHOLDER_BLOCKS = ['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/24', '198.18.0.0/15'] as const;

/** What one resource holds in public, as written. */
function visitPublicAddresses(resource: Resource, visit: (text: string | undefined) => void): void {
  switch (resource.kind) {
    case 'network-interface':
      for (const row in resource.addresses) visit(resource.addresses[row as RowId]?.public?.address);
      return;
    case 'nat-gateway':
      for (const row in resource.addresses) visit(resource.addresses[row as RowId]?.publicAddress);
      return;
    case 'elastic-ip':
    case 'customer-gateway':
    case 'client':
      visit(resource.address);
      return;
    case 'vpn-connection':
      for (const row in resource.tunnels) visit(resource.tunnels[row as RowId]?.outsideAddress);
      return;
    default:
      // Nothing else has a public address of its own.
  }
}

/** The placeholder block an address text lies in begins with the same octets: far fewer are worth reading than are written. */
const PLACEHOLDER_STARTS = ['203.0.113.', '198.', '192.0.2.'] as const;

function takenPlaceholders(resources: Iterable<Resource>): ReadonlySet<number> {
  const taken = new Set<number>();
  const visit = (text: string | undefined): void => {
    if (text === undefined || !PLACEHOLDER_STARTS.some((start) => text.startsWith(start))) return;
    const address = parseIpv4(text);
    if (address !== undefined) taken.add(address);
  };
  for (const resource of resources) visitPublicAddresses(resource, visit);
  return taken;
}

/**
 * A public IPv4 address that none of the resources holds. AWS assigns public addresses, a drawing cannot know them: this is
 * a placeholder, the lowest free one of 203.0.113.0/24, then 198.51.100.0/24, 192.0.2.0/24 and 198.18.0.0/15.
 */
export function nextPublicAddressBeside(resources: Iterable<Resource>): string {
  const used = takenPlaceholders(resources);
  for (const text of PLACEHOLDER_BLOCKS) {
    const block = readCidr(text);
    if (block?.family !== 4) continue;
    for (let address = block.first + 1; address < block.first + addressCount(block) - 1; address += 1) {
      if (!used.has(address)) return formatIpv4(address);
    }
  }
  return '198.19.255.254';
}

/** A placeholder for a public IPv4 address that nobody in the design holds. */
export const nextPublicAddress = (design: Design): string => nextPublicAddressBeside(Object.values(design.resources));

const DEFAULT_SUBNET_PREFIX = 24;
/** A VPC too small for several /24 is offered a quarter of itself. */
const QUARTER_BITS = 2;

/** The prefix length most of a VPC's subnets have; the longest of them in a tie; else /24, or a quarter of a small VPC. */
export function usualSubnetPrefix(design: Design, vpcId: ResourceId, vpc: Vpc): number {
  const counts = new Map<number, number>();
  for (const { value } of subnetsOf(design, vpcId)) {
    const length = blockOf(value)?.prefixLength;
    if (length !== undefined) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([lengthA, countA], [lengthB, countB]) => countB - countA || lengthB - lengthA);
  if (usual) return usual[0];
  const shortest = Math.min(...blocksOf(vpc).map(({ prefixLength }) => prefixLength));
  return Math.min(SMALLEST_BLOCK_PREFIX, Math.max(DEFAULT_SUBNET_PREFIX, shortest + QUARTER_BITS));
}

/** The lowest free block of that length in a VPC's blocks, beside its subnets. */
export function nextSubnetBlock(design: Design, vpc: ResourceId, prefixLength: number): string | undefined {
  const value = design.resources[vpc];
  if (value?.kind !== 'vpc') return undefined;
  const taken = subnetsOf(design, vpc).map((subnet) => blockOf(subnet.value)).filter((block) => block !== undefined);
  const free = nextFree({ within: blocksOf(value), taken, prefixLength });
  return free && formatCidr(free);
}

const PRIVATE_SPACE = { vpc: '10.0.0.0/8', onPremises: '192.168.0.0/16' } as const;

/** The IPv4 blocks of every VPC and every on-premises network, and those declared for networks outside the drawing. */
export function declaredBlocks(design: Design): readonly Cidr4[] {
  const vpcs = listResources(design, 'vpc').flatMap(({ value }) => blocksOf(value));
  const offices = listResources(design, 'on-premises-network').flatMap(({ value }) => Object.values(value.cidrs).map(({ cidr }) => readCidr(cidr)));
  const declared = Object.values(design.declaredRanges ?? {}).map(({ cidr }) => readCidr(cidr));
  return [...vpcs, ...offices, ...declared].filter((block): block is Cidr4 => block?.family === 4);
}

function nextNetworkBlock(design: Design, within: readonly string[], prefixLength: number): string | undefined {
  const blocks = within.map(readCidr).filter((block): block is Cidr4 => block?.family === 4);
  const free = nextFree({ within: blocks, taken: declaredBlocks(design), prefixLength });
  return free && formatCidr(free);
}

/** The lowest block of 10.0.0.0/8 that no VPC and no on-premises network overlaps. */
export const nextVpcBlock = (design: Design, prefixLength: number): string | undefined =>
  nextNetworkBlock(design, [PRIVATE_SPACE.vpc], prefixLength);

const ON_PREMISES_PREFIXES = [16, 24] as const;

/** A block for a new on-premises network: 192.168.0.0/16 if nothing overlaps it, else a free /24 of it, else a /16 of 10.0.0.0/8. */
export function nextOnPremisesBlock(design: Design): string | undefined {
  for (const prefixLength of ON_PREMISES_PREFIXES) {
    const block = nextNetworkBlock(design, [PRIVATE_SPACE.onPremises], prefixLength);
    if (block !== undefined) return block;
  }
  return nextVpcBlock(design, ON_PREMISES_PREFIXES[0]);
}
