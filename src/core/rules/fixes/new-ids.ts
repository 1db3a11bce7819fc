import { uniqueName } from '../../editing/names.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { makeId, type ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';

const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;
const MODULUS = 2 ** 32;

function chooseId(lookup: Lookup, prefix: string): ResourceId {
  let state = Object.values(lookup.byKind).reduce((count, entries) => count + entries.length, 0);
  const next = (): number => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return state / MODULUS;
  };
  return makeId(prefix, next, (id) => lookup.resource(id) !== undefined);
}

const chosen = oncePerLookup(() => new Map<string, ResourceId>());

/** An id that is not taken. The same design always gets the same one: a fix that is offered twice is the same fix. */
export function newId(lookup: Lookup, prefix: string): ResourceId {
  const known = chosen(lookup).get(prefix);
  if (known !== undefined) return known;
  const id = chooseId(lookup, prefix);
  chosen(lookup).set(prefix, id);
  return id;
}

const chosenNames = oncePerLookup(() => new Map<string, string>());

/** A name that no resource has: the name itself, or with a number. */
export function newName(lookup: Lookup, name: string): string {
  const known = chosenNames(lookup).get(name);
  if (known !== undefined) return known;
  const free = uniqueName(lookup.design, name);
  chosenNames(lookup).set(name, free);
  return free;
}
