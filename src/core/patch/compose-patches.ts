import type { Operation, Patch } from './patch.ts';

const isRelated = (a: string, b: string): boolean => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);

/** Whether a later replacement may move in front of the operation: it writes or tests elsewhere and shifts no list. */
const mayPass = (operation: Operation, path: string): boolean =>
  (operation.op === 'replace' || operation.op === 'test') && !isRelated(operation.path, path);

const endsInObjectKey = (path: string): boolean => !/(?:^|\/)(?:-|\d+)$/.test(path);

/** The position of an earlier write to the same path that a replacement can be folded into, or -1. */
function foldPosition(operations: readonly Operation[], path: string): number {
  for (let index = operations.length - 1; index >= 0; index -= 1) {
    const earlier = operations[index];
    if (earlier === undefined) return -1;
    if (earlier.path === path) {
      const isWrite = earlier.op === 'replace' || (earlier.op === 'add' && endsInObjectKey(path));
      return isWrite ? index : -1;
    }
    if (!mayPass(earlier, path)) return -1;
  }
  return -1;
}

/**
 * One patch that does what the given ones do in a row. A value that is replaced again keeps the last replacement only,
 * so that a long drag is one small step in the history.
 */
export function composePatches(...patches: readonly Patch[]): Patch {
  const composed: Operation[] = [];
  for (const operation of patches.flat()) {
    const position = operation.op === 'replace' ? foldPosition(composed, operation.path) : -1;
    const earlier = composed[position];
    if (operation.op === 'replace' && earlier !== undefined) {
      composed[position] = { op: earlier.op === 'add' ? 'add' : 'replace', path: operation.path, value: operation.value };
    } else composed.push(operation);
  }
  return composed;
}
