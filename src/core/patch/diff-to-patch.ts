import { isArray, isContainer, jsonEqual, presentKeys } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Operation, Patch } from './patch.ts';
import { toPointer } from './pointer.ts';

const UNREACHABLE_KEY = '__proto__';

const isPlainObject = (value: unknown): value is JsonObject => isContainer(value) && !isArray(value);

/** A key no pointer may name forces the object that has it to be replaced whole. */
const canBeEntered = (value: unknown): value is JsonObject => isPlainObject(value) && !Object.hasOwn(value, UNREACHABLE_KEY);

interface Sides {
  readonly before: unknown;
  readonly after: unknown;
}

function diffObjects(before: JsonObject, after: JsonObject, parts: readonly string[]): readonly Operation[] {
  const present = presentKeys(before);
  const known = new Set(present);
  const kept = new Set(presentKeys(after));
  const removed = present.filter((key) => !kept.has(key)).map((key): Operation => ({ op: 'remove', path: toPointer([...parts, key]) }));
  const changed = [...kept].flatMap((key): readonly Operation[] => {
    const path = [...parts, key];
    if (!known.has(key)) return [{ op: 'add', path: toPointer(path), value: after[key] }];
    return diffValues({ before: before[key], after: after[key] }, path);
  });
  return [...removed, ...changed];
}

function diffValues({ before, after }: Sides, parts: readonly string[]): readonly Operation[] {
  if (before === after) return [];
  if (canBeEntered(before) && canBeEntered(after)) return diffObjects(before, after, parts);
  return jsonEqual(before, after) ? [] : [{ op: 'replace', path: toPointer(parts), value: after }];
}

/**
 * A patch that turns `before` into `after`. Objects are compared key by key, arrays are replaced whole; subtrees that are
 * the same by identity are not looked into, so the cost follows what changed.
 */
export function diffToPatch(before: unknown, after: unknown): Patch {
  return diffValues({ before, after }, []);
}
