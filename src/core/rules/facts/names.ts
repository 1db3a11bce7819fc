import { capitalise, nounOf } from '../../editing/nouns.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';

/** A resource at the start of a sentence: "Subnet app-a", "Elastic IP address eip-web". */
export function subjectOf(lookup: Lookup, id: string): string {
  const kind = lookup.resource(id)?.kind;
  return kind === undefined ? id : capitalise(`${nounOf(kind)} ${lookup.nameOf(id)}`);
}

/** An interface as people know it: by the machine it serves, else by its own name. */
export function nameOfHolder(lookup: Lookup, { id, holder }: InterfaceEntry): string {
  return lookup.nameOf(holder.kind === 'instance' || holder.kind === 'db-instance' ? holder.id : id);
}
