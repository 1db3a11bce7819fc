import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { DbSubnetGroup } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { zonesOf } from '../facts/database-zones.ts';

interface Facts {
  readonly name: string;
  readonly zone: string | undefined;
}

function judge(lookup: Lookup, group: Entry<DbSubnetGroup>): Facts | undefined {
  // A subnet that is not known may be in any zone.
  if (group.value.subnets.some((id) => !lookup.subnets.has(id))) return undefined;
  const [zone, ...others] = zonesOf(lookup, group.value);
  return others.length > 0 ? undefined : { name: nameOf(lookup, group.id), zone };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const group of lookup.byKind['db-subnet-group']) {
    const facts = judge(lookup, group);
    if (facts) yield { evidence: [{ at: group.id }], facts };
  }
}

export const dbSubnetGroupOneZone = defineRule<Facts>({
  id: 'db-subnet-group-one-zone',
  area: 'databases',
  severity: 'error',
  why: 'A DB subnet group has a subnet in at least two Availability Zones, so that RDS can move a database; AWS refuses one that covers fewer.',
  learnMore: documentation.dbSubnetGroups,
  check,
  explain: ({ name, zone }) => (zone === undefined ? `${name} has no subnets; add subnets of two Availability Zones.` : `All subnets of ${name} are in ${zone}; add a subnet of a second Availability Zone.`),
});
