import { isArray, isContainer, presentKeys } from '../patch/json.ts';

function canonicalise(value: unknown): unknown {
  if (!isContainer(value)) return value;
  if (isArray(value)) {
    const entries = value.map((entry) => ({ entry, text: canonicalText(entry) })).sort((a, b) => (a.text < b.text ? -1 : 1));
    return entries.map(({ entry }) => canonicalise(entry));
  }
  return Object.fromEntries([...presentKeys(value)].sort().map((key) => [key, canonicalise(value[key])]));
}

/**
 * One text for all ways to write the same: neither the order of keys nor that of lists counts. No list of the model has an
 * order that AWS would heed: rules of ACLs carry numbers, and routes win by their prefix.
 */
export const canonicalText = (value: unknown): string => (value === undefined ? '' : JSON.stringify(canonicalise(value)));
