import type { Lookup } from '../../lookup/entries.ts';

const wholes = new WeakMap<Lookup, () => Lookup>();

/** Says that a lookup holds only a part of a design. Free ids, names and addresses are then looked for in all of it. */
export function declarePart(part: Lookup, whole: () => Lookup): void {
  wholes.set(part, whole);
}

/** The lookup of the whole design, for what is free only where nobody in the design has it: nearly always the lookup itself. */
export const wholeOf = (lookup: Lookup): Lookup => wholes.get(lookup)?.() ?? lookup;
