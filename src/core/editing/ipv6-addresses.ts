import { containsAddress, formatAddress, readCidr, type Cidr6 } from '../address/cidr.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import { reservedAt } from '../aws/reserved-addresses.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Subnet } from '../model/resources/index.ts';
import { interfacesIn } from './members.ts';

function subnetOf(design: Design, id: ResourceId): Subnet | undefined {
  const value = design.resources[id];
  return value?.kind === 'subnet' ? value : undefined;
}

const nameOf = (design: Design, id: ResourceId): string => subnetOf(design, id)?.name ?? id;

function ipv6Block(design: Design, subnet: ResourceId): Cidr6 | undefined {
  const text = subnetOf(design, subnet)?.ipv6Cidr;
  const cidr = text === undefined ? undefined : readCidr(text);
  return cidr?.family === 6 ? cidr : undefined;
}

const heldIn = (design: Design, subnet: ResourceId): ReadonlySet<bigint | undefined> =>
  new Set(interfacesIn(design, subnet).flatMap(({ value }) => Object.values(value.ipv6Addresses).map(({ address }) => parseIpv6(address))));

/** Why an IPv6 address cannot be held in a subnet, in one sentence; `undefined` when it can. */
export function judgeIpv6(design: Design, subnet: ResourceId, text: string): string | undefined {
  const block = ipv6Block(design, subnet);
  const address = parseIpv6(text.trim());
  if (address === undefined) return `${text} is not an IPv6 address.`;
  if (!block) return `${nameOf(design, subnet)} has no IPv6 block; give it one first.`;
  if (!containsAddress(block, address) || reservedAt(block, address))
    return `${text} lies outside of ${nameOf(design, subnet)}, or is one of the five addresses AWS keeps.`;
  return heldIn(design, subnet).has(address) ? `${text} is held in ${nameOf(design, subnet)} already.` : undefined;
}

/** The lowest free IPv6 address of a subnet. */
export function nextIpv6(design: Design, subnet: ResourceId): string | undefined {
  const block = ipv6Block(design, subnet);
  if (!block) return undefined;
  const held = heldIn(design, subnet);
  let address = block.first;
  while (held.has(address) || reservedAt(block, address)) address += 1n;
  return containsAddress(block, address) ? formatAddress(address) : undefined;
}
