import type { Cidr4 } from '../address/cidr.ts';
import { addressCount, containsAddress, formatCidr, readCidr } from '../address/cidr.ts';
import { formatIpv4, parseIpv4 } from '../address/ipv4.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Draft } from './draft.ts';
import { isAssignable } from './free-addresses.ts';
import { blockOf, interfacesIn, natGatewaysIn } from './members.ts';
import { refuse } from './refusal.ts';
import { mapRows } from './rows.ts';

/** Finds a new address for each old one: itself where it fits, else the same distance from the start, else the next free one. */
type Renumbering = (address: string) => string;

function renumbering(from: Cidr4 | undefined, to: Cidr4, held: readonly string[]): Renumbering {
  const taken = new Set<number>();
  const chosen = new Map<string, string>();
  const wanted = (address: number): number => {
    if (isAssignable(to, address)) return address;
    return from && containsAddress(from, address) ? to.first + (address - from.first) : to.first;
  };
  const lowestFree = (): number => {
    for (let address = to.first; containsAddress(to, address); address += 1) {
      if (isAssignable(to, address) && !taken.has(address)) return address;
    }
    return refuse(`${formatCidr(to)} (${addressCount(to)} addresses, five of them AWS’s) is too small for the ${held.length} addresses that are held.`);
  };
  for (const text of held) {
    const address = parseIpv4(text);
    if (address === undefined) continue;
    const first = wanted(address);
    const next = isAssignable(to, first) && !taken.has(first) ? first : lowestFree();
    taken.add(next);
    chosen.set(text, formatIpv4(next));
  }
  return (address) => chosen.get(address) ?? address;
}

/** Addresses that fit come first, so that none of them has to give way to one that has to move anyway. */
function inOrder(held: readonly string[], to: Cidr4): readonly string[] {
  const fits = (text: string): boolean => isAssignable(to, parseIpv4(text) ?? -1);
  return [...held.filter(fits), ...held.filter((text) => !fits(text))];
}

function renumberInterface(draft: Draft, id: ResourceId, renumber: Renumbering): void {
  const { addresses } = draft.need(id, 'network-interface');
  draft.change(id, 'network-interface', { addresses: mapRows(addresses, (held) => ({ ...held, address: renumber(held.address) })) });
}

function renumberNatGateway(draft: Draft, id: ResourceId, renumber: Renumbering): void {
  const { addresses } = draft.need(id, 'nat-gateway');
  draft.change(id, 'nat-gateway', {
    addresses: mapRows(addresses, (held) => (held.privateAddress === undefined ? held : { ...held, privateAddress: renumber(held.privateAddress) })),
  });
}

/**
 * Gives a subnet another IPv4 block and renumbers what stands in it: addresses that still fit stay, the others keep their
 * distance from the start of the block where they can. Refuses when the block is too small. Answers how many moved.
 */
export function readdressSubnet(draft: Draft, subnet: ResourceId, cidr: string): number {
  const from = blockOf(draft.need(subnet, 'subnet'));
  const to = readCidr(cidr);
  if (to?.family !== 4) return refuse(`${cidr} is not an IPv4 block.`);
  const interfaces = interfacesIn(draft.design, subnet);
  const natGateways = natGatewaysIn(draft.design, subnet);
  const held = [
    ...interfaces.flatMap(({ value }) => Object.values(value.addresses).map(({ address }) => address)),
    ...natGateways.flatMap(({ value }) => Object.values(value.addresses).flatMap(({ privateAddress }) => privateAddress ?? [])),
  ];
  const renumber = renumbering(from, to, inOrder(held, to));
  draft.change(subnet, 'subnet', { cidr });
  for (const { id } of interfaces) renumberInterface(draft, id, renumber);
  for (const { id } of natGateways) renumberNatGateway(draft, id, renumber);
  return held.filter((address) => renumber(address) !== address).length;
}
