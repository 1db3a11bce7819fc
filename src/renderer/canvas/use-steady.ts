import { useState } from 'react';

type Keys = ReadonlySet<string> | null;

const areSame = (a: Keys, b: Keys): boolean => a === b || (a !== null && b !== null && a.size === b.size && [...a].every((key) => b.has(key)));

/** The same set as before while it holds the same keys: a path that only runs another way dims no other nodes. */
export function useSteady(keys: Keys): Keys {
  const [steady, setSteady] = useState(keys);
  if (areSame(steady, keys)) return steady;
  setSteady(keys);
  return keys;
}
