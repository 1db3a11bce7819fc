import { formatCidr, nextFree, type Cidr } from '../../address/cidr.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { heldAddresses } from '../facts/held-addresses.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from './patch-of.ts';

/** Whether nothing holds an address in the subnet, so that its block can change without renumbering anything. */
function isEmpty({ id, interfaces, vpc }: SubnetEntry): boolean {
  return interfaces.length === 0 && vpc.natGateways.every((gateway) => gateway.subnet?.id !== id);
}

/** Routes into a subnet name its whole block; they would point at nothing. */
const isRoutedTo = (lookup: Lookup, { value, vpc }: SubnetEntry): boolean =>
  lookup.byKind['route-table'].some((table) => table.value.vpc === vpc.id && Object.values(table.value.routes).some(({ destination }) => destination === value.cidr));

/** The IPv4 addresses held in a VPC, some of which lie outside of their subnet where its block is wrong. */
const heldIn = (lookup: Lookup, vpc: VpcEntry): readonly Cidr[] =>
  heldAddresses(lookup).flatMap((held) => (held.vpc === vpc && typeof held.address === 'number' ? [{ family: 4 as const, first: held.address, prefixLength: 32 }] : []));

/** Gives an empty subnet the lowest free block of its own size in its VPC; no fix where there is none. */
export function moveSubnet(lookup: Lookup, subnet: SubnetEntry): readonly Fix[] {
  const { cidr } = subnet.value;
  const block = subnet.blocks.find(({ family }) => family === 4);
  if (cidr === undefined || block === undefined || !isEmpty(subnet) || isRoutedTo(lookup, subnet)) return [];
  const taken = [...subnet.vpc.subnets.flatMap((other): readonly Cidr[] => (other === subnet ? [] : other.blocks)), ...heldIn(lookup, subnet.vpc)];
  const within = subnet.vpc.blocks.filter(({ family }) => family === 4);
  const free = nextFree({ within, taken, prefixLength: block.prefixLength });
  if (free === undefined) return [];
  const to = formatCidr(free);
  return [{ title: `Move ${nameOf(lookup, subnet.id)} to ${to}`, effect: 'Nothing stands in the subnet, so nothing is renumbered.', patch: replaceValue([subnet.id, 'cidr'], cidr, to) }];
}
