import { containsAddress, overlaps } from '../../address/cidr.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { couldBeExposed } from './group-admissions.ts';

/** Whether addresses of the subnet belong to, or are held in, another one of its VPC: what is delivered there may stand in the other. */
const sharesAddresses = (subnet: SubnetEntry): boolean => subnet.vpc.subnets.some((other) => other !== subnet && (isOverlapping(subnet, other) || holdsAddressOf(subnet, other)));

const isOverlapping = (subnet: SubnetEntry, other: SubnetEntry): boolean => other.blocks.some((block) => subnet.blocks.some((own) => overlaps(own, block)));

const holdsAddressOf = (subnet: SubnetEntry, other: SubnetEntry): boolean =>
  other.interfaces.some(({ addresses }) => addresses.some(({ address }) => subnet.blocks.some((own) => containsAddress(own, address))));

/** Whether a new way into these subnets could expose nothing: only then is a fix offered that opens one. */
export function opensNothing(lookup: Lookup, subnets: Iterable<SubnetEntry>): boolean {
  for (const subnet of subnets) {
    if (sharesAddresses(subnet)) return false;
    if (subnet.interfaces.some((entry) => couldBeExposed(entry))) return false;
  }
  return databasesIn(lookup, subnets).every((entry) => !couldBeExposed(entry));
}

function databasesIn(lookup: Lookup, subnets: Iterable<SubnetEntry>): readonly SubnetEntry['interfaces'][number][] {
  const chosen = new Set(subnets);
  return [...lookup.dbInstances.values()].flatMap(({ standIns }) => standIns.filter(({ subnet }) => chosen.has(subnet)));
}
