import { describePlace } from './quote.ts';
import type { Problem } from './reply.ts';

/** Deeper than any design or AWS answer is, and far less than what would exhaust the stack. */
export const DEEPEST_NESTING = 100;
const KEYS_NAMED = 3;

interface Fault {
  readonly what: string;
  /** The keys that lead to it, innermost first. */
  readonly path: string[];
}

const fault = (what: string): Fault => ({ what, path: [] });

function findInScalar(value: unknown): Fault | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
    case 'object':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : fault('this number is larger than a JSON number can be; write a smaller one.');
    default:
      return fault(`this is a ${typeof value}, which JSON cannot hold; leave it out.`);
  }
}

function findFault(value: unknown, depth: number): Fault | undefined {
  if (typeof value !== 'object' || value === null) return findInScalar(value);
  if (depth > DEEPEST_NESTING) return fault(`this is nested more than ${DEEPEST_NESTING} levels deep; flatten it.`);
  if (Object.hasOwn(value, '__proto__')) return fault('this has a key "__proto__", which no design and no AWS answer has; remove it.');
  for (const [key, member] of Object.entries(value)) {
    const found = findFault(member, depth + 1);
    if (found) {
      found.path.push(key);
      return found;
    }
  }
  return undefined;
}

/**
 * Looks for what a JSON document must not hold: nesting deeper than {@link DEEPEST_NESTING} levels (a value that contains
 * itself is endlessly deep), a key `__proto__`, numbers that are not finite, functions and the like. Returns what it
 * found first, or `undefined`.
 */
export function checkPlainData(value: unknown): Problem | undefined {
  const found = findFault(value, 0);
  if (!found) return undefined;
  const path = found.path.reverse();
  const at = describePlace(path.length > DEEPEST_NESTING ? path.slice(0, KEYS_NAMED) : path);
  if (at === '') return { message: `${found.what.charAt(0).toUpperCase()}${found.what.slice(1)}` };
  return { message: `${at}: ${found.what}`, at };
}
