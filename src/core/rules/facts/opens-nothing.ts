import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { couldBeExposed } from './group-admissions.ts';

/** Whether a new way into these subnets could expose nothing: only then is a fix offered that opens one. */
export function opensNothing(lookup: Lookup, subnets: Iterable<SubnetEntry>): boolean {
  for (const subnet of subnets) {
    if (subnet.interfaces.some((entry) => couldBeExposed(entry))) return false;
  }
  return databasesIn(lookup, subnets).every((entry) => !couldBeExposed(entry));
}

function databasesIn(lookup: Lookup, subnets: Iterable<SubnetEntry>): readonly SubnetEntry['interfaces'][number][] {
  const chosen = new Set(subnets);
  return [...lookup.dbInstances.values()].flatMap(({ standIns }) => standIns.filter(({ subnet }) => chosen.has(subnet)));
}
