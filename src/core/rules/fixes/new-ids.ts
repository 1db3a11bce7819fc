import { uniqueName } from '../../editing/names.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { Design } from '../../model/design.ts';
import { makeId, type ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';
import { wholeOf } from '../facts/whole-design.ts';

const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;
const MODULUS = 2 ** 32;

/** Whatever it is: the same ids are tried in every design, so that an edit elsewhere leaves an offered id as it is. */
const SEED = 20;

function chooseId({ resources }: Design, prefix: string): ResourceId {
  let state = SEED;
  const next = (): number => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return state / MODULUS;
  };
  return makeId(prefix, next, (id) => Object.hasOwn(resources, id));
}

const chosen = oncePerLookup(() => new Map<string, ResourceId>());

/** An id that is not taken. The same design always gets the same one: a fix that is offered twice is the same fix. */
export function newId(lookup: Lookup, prefix: string): ResourceId {
  const known = chosen(lookup).get(prefix);
  if (known !== undefined) return known;
  const id = chooseId(wholeOf(lookup).design, prefix);
  chosen(lookup).set(prefix, id);
  return id;
}

const chosenNames = oncePerLookup(() => new Map<string, string>());

/** A name that no resource has: the name itself, or with a number. */
export function newName(lookup: Lookup, name: string): string {
  const known = chosenNames(lookup).get(name);
  if (known !== undefined) return known;
  const free = uniqueName(wholeOf(lookup).design, name);
  chosenNames(lookup).set(name, free);
  return free;
}

/** The ids and names that were offered: by the prefix, and by the name that was wished for. */
export interface OfferedNames {
  readonly ids: Map<string, ResourceId>;
  readonly names: Map<string, string>;
}

export const offeredNames = (lookup: Lookup): OfferedNames => ({ ids: chosen(lookup), names: chosenNames(lookup) });

/** Offers in a part of a design what was offered in the whole of it. */
export function keepOfferedNames(lookup: Lookup, { ids, names }: OfferedNames): void {
  chosen.keep(lookup, ids);
  chosenNames.keep(lookup, names);
}

/** Whether an edited design would be offered the same ids. */
export const areIdsStillOffered = ({ ids }: OfferedNames, design: Design): boolean => [...ids].every(([prefix, id]) => chooseId(design, prefix) === id);

/** Whether an edited design would be offered the same names. */
export const areNamesStillOffered = ({ names }: OfferedNames, design: Design): boolean => [...names].every(([wished, name]) => uniqueName(design, wished) === name);
