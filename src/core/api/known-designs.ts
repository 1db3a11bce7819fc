import { parseDesign } from '../model/parse-design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { Design } from '../model/design.ts';

/**
 * Designs that came out of the core itself and were parsed when they came in. A host that keeps the object (the command
 * line asks thousands of questions of one design) does not pay for parsing again; a copy that crossed a pipe does.
 */
const known = new WeakSet();

/** Remembers a design that the core has made or parsed. */
export function rememberDesign<Value extends Design>(design: Value): Value {
  known.add(design);
  return design;
}

/** The design of a request: as it is when the core knows it, else parsed like any outside data. */
export function receiveDesign(value: unknown): Reply<Design> {
  if (typeof value === 'object' && value !== null && known.has(value)) return succeed(value as Design);
  const parsed = parseDesign(value);
  if (parsed.ok) rememberDesign(parsed.value);
  return parsed;
}
