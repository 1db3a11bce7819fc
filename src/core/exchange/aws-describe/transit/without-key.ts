/** A copy without one optional key. */
export function withoutKey<Value extends object>(value: Value, key: keyof Value): Value {
  const entries = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(entries) as Value;
}
