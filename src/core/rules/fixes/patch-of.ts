import type { Operation, Patch } from '../../patch/patch.ts';
import { toPointer } from '../../patch/pointer.ts';

/** Where something stands in a resource: the resource's id, then the keys that lead to it. */
export type Place = readonly [resource: string, ...keys: readonly string[]];

const pointerTo = (place: Place): string => toPointer(['resources', ...place]);

/** States that something is still as it was when the fix was made. */
export const expectValue = (place: Place, value: unknown): Operation => ({ op: 'test', path: pointerTo(place), value });

/** Replaces a value, if it is still the one given. */
export function replaceValue(place: Place, from: unknown, to: unknown): Patch {
  return [expectValue(place, from), { op: 'replace', path: pointerTo(place), value: to }];
}

/** Removes a value, if it is still the one given. */
export function removeValue(place: Place, from: unknown): Patch {
  return [expectValue(place, from), { op: 'remove', path: pointerTo(place) }];
}

/** Adds a value where none is. */
export function addValue(place: Place, value: unknown): Patch {
  return [{ op: 'add', path: pointerTo(place), value }];
}

/** Several patches as one: every test first, so that nothing is done when one of them fails. */
export function together(...patches: readonly Patch[]): Patch {
  const tests: Operation[] = [];
  const changes: Operation[] = [];
  for (const patch of patches) for (const step of patch) (step.op === 'test' ? tests : changes).push(step);
  return [...tests, ...changes];
}
