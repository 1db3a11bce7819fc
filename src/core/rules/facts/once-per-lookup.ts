import type { Lookup } from '../../lookup/entries.ts';

/** Works something out for a lookup when it is first asked. */
export interface OncePerLookup<Result> {
  (lookup: Lookup): Result;
  /** What was worked out already; `undefined` where nobody has asked. */
  readonly known: (lookup: Lookup) => Result | undefined;
  /** Takes over what another lookup worked out, where it is the same for both. */
  readonly keep: (lookup: Lookup, result: Result) => void;
}

/** Remembers what was worked out for a lookup, so that rules share it. */
export function oncePerLookup<Result>(make: (lookup: Lookup) => Result): OncePerLookup<Result> {
  const results = new WeakMap<Lookup, { readonly result: Result }>();
  const ask = (lookup: Lookup): Result => {
    const before = results.get(lookup);
    if (before !== undefined) return before.result;
    const result = make(lookup);
    results.set(lookup, { result });
    return result;
  };
  const keep = (lookup: Lookup, result: Result): void => void results.set(lookup, { result });
  return Object.assign(ask, { known: (lookup: Lookup) => results.get(lookup)?.result, keep });
}
