import { formatCount } from '../../address/format-count.ts';
import { shorten } from '../../model/quote.ts';
import type { Nouns } from './define-reader.ts';

const NAMED = 4;
const NAME_LENGTH = 70;

/** `a, b and c`; of more than four names the first three and how many there are besides. */
export function listNames(names: readonly string[]): string {
  const shown = (names.length > NAMED ? names.slice(0, NAMED - 1) : names).map((name) => shorten(name, NAME_LENGTH));
  if (names.length > NAMED) return `${shown.join(', ')} and ${formatCount(names.length - shown.length)} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** `1 route table`, `1,200 route tables`. */
export const countOf = (count: number, { one, many }: Nouns): string => `${formatCount(count)} ${count === 1 ? one : many}`;
