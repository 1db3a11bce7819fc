import { jsonEqual } from './json.ts';
import type { Operation, Patch } from './patch.ts';
import { parsePointer, toPointer } from './pointer.ts';
import { hasPart, indexOf, lookUp, openForWriting, setPart, valueAt } from './working-copy.ts';
import type { Holder, WorkingCopy } from './working-copy.ts';

/** The changed document and the patch that takes the change back, or one sentence that says why nothing was changed. */
export type Applied<T> =
  { readonly ok: true; readonly document: T; readonly inverse: Patch } | { readonly ok: false; readonly problem: string };

/** What one operation did: the operation that takes it back (none for a test), or why it cannot be done. */
type Step = { readonly undo: Operation | undefined } | { readonly problem: string };

/** Where an operation writes. */
interface Place {
  readonly holder: Holder;
  readonly parents: readonly string[];
  readonly part: string;
}

const FORBIDDEN_PART = '__proto__';
const APPEND = '-';

const missing = (path: string): Step => ({ problem: `Nothing is at "${path}".` });

function replaceRoot(working: WorkingCopy, operation: Operation): Step {
  if (operation.op === 'remove') return { problem: 'The whole document cannot be removed.' };
  const undo: Operation = { op: 'replace', path: '', value: working.root };
  working.root = operation.value;
  return { undo };
}

function addTo({ holder, parents, part }: Place, value: unknown): Step {
  const path = toPointer([...parents, part]);
  if (!Array.isArray(holder)) {
    const undo: Operation = hasPart(holder, part) ? { op: 'replace', path, value: valueAt(holder, part) } : { op: 'remove', path };
    holder[part] = value;
    return { undo };
  }
  const index = part === APPEND ? holder.length : indexOf(part);
  if (index === undefined || index > holder.length) return { problem: `"${path}" is no place in a list of ${holder.length}.` };
  holder.splice(index, 0, value);
  return { undo: { op: 'remove', path: toPointer([...parents, String(index)]) } };
}

function removeFrom({ holder, parents, part }: Place): Step {
  const path = toPointer([...parents, part]);
  if (!hasPart(holder, part)) return missing(path);
  const undo: Operation = { op: 'add', path, value: valueAt(holder, part) };
  if (Array.isArray(holder)) holder.splice(Number(part), 1);
  else Reflect.deleteProperty(holder, part);
  return { undo };
}

function replaceIn({ holder, parents, part }: Place, value: unknown): Step {
  const path = toPointer([...parents, part]);
  if (!hasPart(holder, part)) return missing(path);
  const undo: Operation = { op: 'replace', path, value: valueAt(holder, part) };
  setPart(holder, part, value);
  return { undo };
}

function test(working: WorkingCopy, path: string, expected: { readonly parts: readonly string[]; readonly value: unknown }): Step {
  const { found, value } = lookUp(working, expected.parts);
  if (found && jsonEqual(value, expected.value)) return { undo: undefined };
  return { problem: `"${path}" has changed since: it no longer holds what the change expects.` };
}

function perform(working: WorkingCopy, operation: Operation): Step {
  const { path } = operation;
  const parts = parsePointer(path);
  if (parts === undefined) return { problem: `"${path}" is not a JSON pointer.` };
  if (parts.includes(FORBIDDEN_PART)) return { problem: `"${path}" names ${FORBIDDEN_PART}, which no document may hold.` };
  if (operation.op === 'test') return test(working, path, { parts, value: operation.value });
  if (operation.op !== 'remove' && operation.value === undefined) return { problem: `No value is given for "${path}".` };
  const part = parts[parts.length - 1];
  if (part === undefined) return replaceRoot(working, operation);
  const parents = parts.slice(0, -1);
  const holder = openForWriting(working, parents);
  if (holder === undefined) return { problem: `Nothing is at "${toPointer(parents)}" that could hold "${part}".` };
  const place: Place = { holder, parents, part };
  if (operation.op === 'add') return addTo(place, operation.value);
  return operation.op === 'remove' ? removeFrom(place) : replaceIn(place, operation.value);
}

/**
 * Applies all operations in order, or none (RFC 6902 section 5). The document that was given is never touched; what the
 * patch does not reach is shared with it by identity. `inverse` applied to the result gives an equal document back.
 * Keys are looked up among own properties only, and `__proto__` is refused.
 */
export function applyPatch<T>(document: T, patch: Patch): Applied<T> {
  const working: WorkingCopy = { root: document, copies: new WeakMap() };
  const inverse: Operation[] = [];
  for (const operation of patch) {
    const step = perform(working, operation);
    if ('problem' in step) return { ok: false, problem: step.problem };
    if (step.undo !== undefined) inverse.push(step.undo);
  }
  return { ok: true, document: working.root as T, inverse: inverse.reverse() };
}
