import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { provenExposures } from '../facts/proven-exposures.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly db: ResourceId;
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  // A database that is reached indeed is told by the rule about exposure.
  const exposed = new Set(provenExposures(lookup).flatMap(({ entry: { holder } }) => (holder.kind === 'db-instance' ? [holder.id] : [])));
  for (const { id, value } of lookup.dbInstances.values()) {
    if (value.publiclyAccessible && !exposed.has(id)) yield { evidence: [{ at: id }], facts: { db: id, name: nameOf(lookup, id) } };
  }
}

const fix = ({ db, name }: Facts): readonly Fix[] => [
  { title: `Make ${name} not publicly accessible`, effect: 'Its name then leads to its private address only; applications in the VPC do not notice.', patch: replaceValue([db, 'publiclyAccessible'], true, false) },
];

export const databasePubliclyAccessible = defineRule<Facts>({
  id: 'database-publicly-accessible',
  area: 'databases',
  severity: 'warning',
  why: 'A publicly accessible database has a public address: then only its groups and network ACL keep the internet out, and one wide rule opens it.',
  learnMore: documentation.dbSubnetGroups,
  check,
  explain: ({ name }) => `${name} is publicly accessible, though nothing from the internet gets through to it today; turn public access off.`,
  fix,
});
