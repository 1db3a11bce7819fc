import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { forwardingInterfaces } from '../facts/forwarding-interfaces.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import type { RouteUse } from '../facts/uses.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly entry: InterfaceEntry;
  readonly use: RouteUse;
  readonly name: string;
  readonly table: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const [id, use] of forwardingInterfaces(lookup)) {
    const entry = lookup.interfaces.get(id);
    if (!entry?.value.sourceDestinationCheck || entry.value.owner !== undefined) continue;
    yield { evidence: [{ at: id }, { at: use.table.id, row: use.row }], namedBy: 1, facts: { entry, use, name: nameOfHolder(lookup, entry), table: nameOf(lookup, use.table.id) } };
  }
}

const fix = ({ entry, name }: Facts): readonly Fix[] => [
  { title: `Turn off the source/destination check of ${name}`, effect: `${name} may then pass on what is not meant for it.`, patch: replaceValue([entry.id, 'sourceDestinationCheck'], true, false) },
];

export const sourceDestinationCheckOn = defineRule<Facts>({
  id: 'source-destination-check-on',
  area: 'compute',
  severity: 'error',
  why: 'An instance drops what is not addressed to itself until its source/destination check is turned off, so a route that points at it leads nowhere.',
  learnMore: documentation.natInstances,
  check,
  explain: ({ use, name, table }) => `${table} sends ${use.route.destination} to ${name}, which drops what is not addressed to it; turn its source/destination check off.`,
  fix,
});
