import { joinNames } from '../../editing/nouns.ts';

const SHOWN = 3;

/** Names for a sentence, in the order given and each once: "web-1, web-2 and 12 more". */
export function nameList(names: Iterable<string>): string {
  const distinct = [...new Set(names)];
  if (distinct.length <= SHOWN) return joinNames(distinct);
  return joinNames([...distinct.slice(0, SHOWN - 1), `${distinct.length - SHOWN + 1} more`]);
}
