import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.dbInstances.values()) {
    if (value.subnetGroup === undefined && interfaces.length === 0) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id) } };
  }
}

export const databaseWithoutSubnetGroup = defineRule<Facts>({
  id: 'database-without-subnet-group',
  area: 'databases',
  severity: 'warning',
  why: 'A DB subnet group says in which subnets RDS may put a database; without one it goes into the default VPC, away from its application.',
  learnMore: documentation.dbSubnetGroups,
  check,
  explain: ({ name }) => `${name} has no DB subnet group, so it stands in no subnet of the design; choose a group with private subnets in two zones.`,
});
