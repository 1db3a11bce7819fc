import { formatCidr, nextFree, type Cidr } from '../../address/cidr.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from './patch-of.ts';

/** Whether nothing holds an address in the subnet, so that its block can change without renumbering anything. */
function isEmpty({ id, interfaces, vpc }: SubnetEntry): boolean {
  return interfaces.length === 0 && vpc.natGateways.every((gateway) => gateway.subnet?.id !== id);
}

/** Routes into a subnet name its whole block; they would point at nothing. */
const isRoutedTo = (lookup: Lookup, { value, vpc }: SubnetEntry): boolean =>
  lookup.byKind['route-table'].some((table) => table.value.vpc === vpc.id && Object.values(table.value.routes).some(({ destination }) => destination === value.cidr));

/** The IPv4 addresses held in a subnet, which lie outside of it where its own block is wrong. */
const heldIn = ({ interfaces }: SubnetEntry): readonly Cidr[] =>
  interfaces.flatMap(({ addresses }) => addresses.flatMap(({ address }) => (typeof address === 'number' ? [{ family: 4 as const, first: address, prefixLength: 32 }] : [])));

/** Gives an empty subnet the lowest free block of its own size in its VPC; no fix where there is none. */
export function moveSubnet(lookup: Lookup, subnet: SubnetEntry): readonly Fix[] {
  const { cidr } = subnet.value;
  const block = subnet.blocks.find(({ family }) => family === 4);
  if (cidr === undefined || block === undefined || !isEmpty(subnet) || isRoutedTo(lookup, subnet)) return [];
  const taken = subnet.vpc.subnets.flatMap((other): readonly Cidr[] => (other === subnet ? [] : [...other.blocks, ...heldIn(other)]));
  const within = subnet.vpc.blocks.filter(({ family }) => family === 4);
  const free = nextFree({ within, taken, prefixLength: block.prefixLength });
  if (free === undefined) return [];
  const to = formatCidr(free);
  return [{ title: `Move ${nameOf(lookup, subnet.id)} to ${to}`, effect: 'Nothing stands in the subnet, so nothing is renumbered.', patch: replaceValue([subnet.id, 'cidr'], cidr, to) }];
}
