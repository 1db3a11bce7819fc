import { capitalise, nounOf } from '../../editing/nouns.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from './once-per-lookup.ts';

function countNames(lookup: Lookup): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entries of Object.values(lookup.byKind)) {
    // What has no name goes by its id; most interfaces do.
    for (const { value } of entries) if (value.name !== '') counts.set(value.name, (counts.get(value.name) ?? 0) + 1);
  }
  return counts;
}

/** How many resources of the design have a name; those without one are not counted. */
export const nameCounts = oncePerLookup(countNames);

/** What people know a resource by: its name, with its id where others have the same name; else its id. */
export function nameOf(lookup: Lookup, id: string): string {
  const name = lookup.nameOf(id);
  return name === id || (nameCounts(lookup).get(name) ?? 0) < 2 ? name : `${name} (${id})`;
}

/** A resource at the start of a sentence: "Subnet app-a", "Elastic IP address eip-web". */
export function subjectOf(lookup: Lookup, id: string): string {
  const kind = lookup.resource(id)?.kind;
  return kind === undefined ? id : capitalise(`${nounOf(kind)} ${nameOf(lookup, id)}`);
}

/** The machine an interface serves, else the interface itself. */
export const idOfHolder = ({ id, holder }: InterfaceEntry): ResourceId => ('id' in holder ? holder.id : id);

/** An interface as people know it: by the machine it serves, else by its own name. */
export const nameOfHolder = (lookup: Lookup, entry: InterfaceEntry): string => nameOf(lookup, idOfHolder(entry));
