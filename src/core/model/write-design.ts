import type { Design } from './design.ts';

const INDENT = 2;
/** Keys that come first, in this order, at the top and in a resource; all others follow sorted by code unit. */
const LEADING_KEYS = ['version', 'kind', 'name'];

function compareKeys(a: string, b: string): number {
  const [leadA, leadB] = [LEADING_KEYS.indexOf(a), LEADING_KEYS.indexOf(b)];
  if (leadA !== leadB) return (leadA < 0 ? LEADING_KEYS.length : leadA) - (leadB < 0 ? LEADING_KEYS.length : leadB);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function canonicalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalise);
  if (typeof value !== 'object' || value === null) return value;
  // Entries, not assignment: a key that looks like a number would otherwise be moved to the front by the engine anyway,
  // in numeric order, which is stable too.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => compareKeys(a, b))
      .map(([key, member]) => [key, canonicalise(member)]),
  );
}

/** The canonical text of a design: keys in a fixed order, two spaces, a closing newline. Same design, same bytes. */
export function writeDesign(design: Design): string {
  return `${JSON.stringify(canonicalise(design), null, INDENT)}\n`;
}
