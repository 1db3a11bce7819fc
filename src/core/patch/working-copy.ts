import { isArray, isContainer } from './json.ts';

type MutableObject = Record<string, unknown>;
/** A copied object or array that may be written to. */
export type Holder = MutableObject | unknown[];

/** A document under change: its root so far, and the containers that were copied for it and may be written to. */
export interface WorkingCopy {
  root: unknown;
  readonly copies: WeakMap<object, Holder>;
}

const INDEX_PATTERN = /^(?:0|[1-9]\d*)$/;

/** The position a pointer part names in an array, or `undefined` when it is no array index (RFC 6901 section 4). */
export function indexOf(part: string): number | undefined {
  return INDEX_PATTERN.test(part) ? Number(part) : undefined;
}

/** Whether the container has something of its own under the part; what it inherits does not exist here. */
export function hasPart(container: unknown, part: string): boolean {
  if (!isContainer(container)) return false;
  if (!isArray(container)) return Object.hasOwn(container, part) && container[part] !== undefined;
  const index = indexOf(part);
  return index !== undefined && index < container.length;
}

/** What the container holds under the part, or `undefined`. */
export function valueAt(container: unknown, part: string): unknown {
  if (!isContainer(container) || !hasPart(container, part)) return undefined;
  return isArray(container) ? container[Number(part)] : container[part];
}

/** Writes a value under a part that exists, or under any key of an object. */
export function setPart(holder: Holder, part: string, value: unknown): void {
  if (Array.isArray(holder)) holder[Number(part)] = value;
  else holder[part] = value;
}

/** A container that may be written to: `value` itself when it is a copy already, else a copy of it. */
function writable(working: WorkingCopy, value: unknown): Holder | undefined {
  if (!isContainer(value)) return undefined;
  const own = working.copies.get(value);
  if (own !== undefined) return own;
  const copy: Holder = isArray(value) ? [...value] : { ...value };
  working.copies.set(copy, copy);
  return copy;
}

/**
 * The container at a path, ready to be written to: it and everything above it are copied once, everything beside the
 * path stays shared with the document that was given. `undefined` when the path leads to no container.
 */
export function openForWriting(working: WorkingCopy, parts: readonly string[]): Holder | undefined {
  let holder = writable(working, working.root);
  if (holder === undefined) return undefined;
  working.root = holder;
  for (const part of parts) {
    const inner = writable(working, valueAt(holder, part));
    if (inner === undefined) return undefined;
    setPart(holder, part, inner);
    holder = inner;
  }
  return holder;
}

/** What is at a path: `found` tells a missing place from one that holds something. */
export function lookUp(working: WorkingCopy, parts: readonly string[]): { readonly found: boolean; readonly value: unknown } {
  let value = working.root;
  for (const part of parts) {
    if (!hasPart(value, part)) return { found: false, value: undefined };
    value = valueAt(value, part);
  }
  return { found: true, value };
}
