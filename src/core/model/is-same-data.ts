type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function haveSameMembers(one: Fields, other: Fields): boolean {
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key, index) => key === others[index] && isSameData(one[key], other[key]));
}

/** Whether two values are written as the same JSON: the same keys in the same order, the same lists, texts and numbers. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  return one === other || (Array.isArray(one) === Array.isArray(other) && haveSameMembers(one, other));
}
