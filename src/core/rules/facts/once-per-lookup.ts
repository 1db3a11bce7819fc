import type { Lookup } from '../../lookup/entries.ts';

/** Remembers what was worked out for a lookup, so that rules share it. */
export function oncePerLookup<Result>(make: (lookup: Lookup) => Result): (lookup: Lookup) => Result {
  const known = new WeakMap<Lookup, { readonly result: Result }>();
  return (lookup) => {
    const before = known.get(lookup);
    if (before !== undefined) return before.result;
    const result = make(lookup);
    known.set(lookup, { result });
    return result;
  };
}
