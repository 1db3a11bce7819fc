export type JsonObject = Readonly<Record<string, unknown>>;
export type JsonArray = readonly unknown[];

/** Whether the value is an object or an array. */
export function isContainer(value: unknown): value is JsonObject | JsonArray {
  return typeof value === 'object' && value !== null;
}

/** `Array.isArray` that keeps elements `unknown` and arrays readonly. */
export function isArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** The keys of an object that hold something; a key that holds `undefined` is absent, as it is in JSON text. */
export function presentKeys(value: JsonObject): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

function areArraysEqual(a: JsonArray, b: JsonArray): boolean {
  return a.length === b.length && a.every((value, index) => jsonEqual(value, b[index]));
}

function areObjectsEqual(a: JsonObject, b: JsonObject): boolean {
  const keys = presentKeys(a);
  if (keys.length !== presentKeys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && jsonEqual(a[key], b[key]));
}

/** Whether two JSON values are equal as RFC 6902 section 4.6 defines it: the order of an object's keys does not count. */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isContainer(a) || !isContainer(b)) return false;
  if (isArray(a)) return isArray(b) && areArraysEqual(a, b);
  return !isArray(b) && areObjectsEqual(a, b);
}
