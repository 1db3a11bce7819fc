import { documentation } from '../../aws/documentation-links.ts';
import type { DbInstanceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { zonesOf } from '../facts/database-zones.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly zone: string | undefined;
}

function coversOneZone(lookup: Lookup, { value }: DbInstanceEntry): boolean {
  const group = value.subnetGroup === undefined ? undefined : lookup.resource(value.subnetGroup);
  return group?.kind === 'db-subnet-group' && zonesOf(lookup, group).size < 2;
}

/** Where the standby of a Multi-AZ database stands; a snapshot does not tell which interface that is. */
function judge(lookup: Lookup, db: DbInstanceEntry): Facts | undefined {
  const roles = db.interfaces.map(({ value, subnet }) => ({ role: value.attachment?.role, zone: subnet.value.availabilityZone }));
  const primary = roles.find(({ role }) => role === 'primary');
  // A group of one zone has no other place to offer, and is told by itself.
  if (!db.value.multiAz || !primary || coversOneZone(lookup, db)) return undefined;
  const standby = roles.find(({ role }) => role === 'standby');
  const name = nameOf(lookup, db.id);
  // RDS keeps a standby of every Multi-AZ database; a snapshot without its interface only lacks that.
  if (!standby) return lookup.design.snapshot === undefined ? { name, zone: undefined } : undefined;
  return standby.zone === primary.zone ? { name, zone: primary.zone } : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const db of lookup.dbInstances.values()) {
    const facts = judge(lookup, db);
    if (facts) yield { evidence: [{ at: db.id }], facts };
  }
}

export const standbyInSameZone = defineRule<Facts>({
  id: 'standby-in-same-zone',
  area: 'databases',
  severity: 'error',
  why: 'The standby of a Multi-AZ database takes over when a zone fails, so it stands in another Availability Zone than the primary.',
  learnMore: documentation.dbSubnetGroups,
  check,
  explain: ({ name, zone }) =>
    zone === undefined ? `${name} is Multi-AZ but has no standby; give it one in a second Availability Zone, or turn Multi-AZ off.` : `${name} is Multi-AZ, but primary and standby are both in ${zone}; move the standby to another Availability Zone.`,
});
