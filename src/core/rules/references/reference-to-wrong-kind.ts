import { withArticle } from '../../editing/nouns.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { Resource, ResourceKind } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf, subjectOf } from '../facts/names.ts';
import { visitReferences } from '../facts/references.ts';

interface Facts {
  readonly subject: string;
  readonly target: string;
  readonly kind: ResourceKind;
  readonly wanted: ResourceKind;
}

/** What may name something of a wrong kind: not instances, which name nothing, and not interfaces whose subnet and groups the joins found. */
function* suspects(lookup: Lookup): Iterable<Entry<Resource>> {
  const { instance: _nothing, 'network-interface': networkInterfaces, ...others } = lookup.byKind;
  for (const entry of networkInterfaces) if (lookup.interfaces.get(entry.id)?.unknownGroups.length !== 0) yield entry;
  for (const entries of Object.values(others)) yield* entries;
}

function check(lookup: Lookup): readonly Fault<Facts>[] {
  const faults: Fault<Facts>[] = [];
  for (const { id, value } of suspects(lookup)) {
    visitReferences(value, ({ to, kinds }) => {
      const kind = lookup.resource(to)?.kind;
      const [wanted] = kinds ?? [];
      if (kind === undefined || wanted === undefined || kinds?.includes(kind) === true) return;
      faults.push({ evidence: [{ at: id }, { at: to }], facts: { subject: subjectOf(lookup, id), target: nameOf(lookup, to), kind, wanted } });
    });
  }
  return faults;
}

export const referenceToWrongKind = defineRule<Facts>({
  id: 'reference-to-wrong-kind',
  area: 'references',
  severity: 'error',
  why: 'A resource can only be used as what it is; a subnet that names a gateway as its route table has no route table.',
  learnMore: documentation.vpcOverview,
  check,
  explain: ({ subject, target, kind, wanted }) => `${subject} names ${target} where ${withArticle(wanted)} belongs, but it is ${withArticle(kind)}; name ${withArticle(wanted)}.`,
});
