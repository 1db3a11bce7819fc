import type { Design } from '../model/design.ts';
import { diffToPatch } from '../patch/diff-to-patch.ts';
import { isArray, isContainer } from '../patch/json.ts';
import type { Operation, Patch } from '../patch/patch.ts';
import { parsePointer } from '../patch/pointer.ts';

function valueAt(document: unknown, path: string): unknown {
  let value = document;
  for (const part of parsePointer(path) ?? []) value = isContainer(value) && !isArray(value) ? value[part] : undefined;
  return value;
}

/**
 * The patch from one design to another. It opens with a `test` for every value it replaces or removes, so that it refuses
 * a design that has changed since instead of hitting the wrong row.
 */
export function guardedPatch(before: Design, after: Design): Patch {
  const steps = diffToPatch(before, after);
  const guards = steps
    .filter(({ op }) => op === 'replace' || op === 'remove')
    .map(({ path }): Operation => ({ op: 'test', path, value: valueAt(before, path) }));
  return [...guards, ...steps];
}
