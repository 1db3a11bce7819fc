import { documentation } from '../../aws/documentation-links.ts';
import type { DbInstanceEntry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly subnets: string;
  readonly isOne: boolean;
}

/** The subnets a database can stand in: those of its group, else those of its interfaces. */
function subnetsOf(lookup: Lookup, { value, interfaces }: DbInstanceEntry): readonly SubnetEntry[] {
  const group = value.subnetGroup === undefined ? undefined : lookup.resource(value.subnetGroup);
  if (group?.kind !== 'db-subnet-group') return interfaces.map(({ subnet }) => subnet);
  return group.subnets.flatMap((id) => lookup.subnets.get(id) ?? []);
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const db of lookup.dbInstances.values()) {
    // One that is public on purpose needs a public subnet.
    if (db.value.publiclyAccessible) continue;
    const subnets = subnetsOf(lookup, db).filter(({ routeTable, vpc }) => routeTable !== undefined && vpc.value.isDefault !== true && leadsToInternet(lookup, routeTable.id));
    const [first] = subnets;
    if (!first) continue;
    const facts: Facts = { name: nameOf(lookup, db.id), subnets: nameList(subnets.map(({ id }) => nameOf(lookup, id))), isOne: subnets.length === 1 };
    yield { evidence: [{ at: db.id }, { at: first.id }], namedBy: 1, facts };
  }
}

export const databaseInPublicSubnet = defineRule<Facts>({
  id: 'database-in-public-subnet',
  area: 'databases',
  severity: 'advice',
  why: 'A database has no business with the internet: in private subnets not even a wrong group or a changed setting can put it there.',
  learnMore: documentation.dbSubnetGroups,
  check,
  explain: ({ name, subnets, isOne }) => `${name} can stand in ${subnets}, ${isOne ? 'a public subnet' : 'public subnets'}; choose private subnets for its DB subnet group.`,
});
