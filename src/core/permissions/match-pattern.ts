import type { Truth } from './truth.ts';

/** Stands in a text for a part of it that nobody knows, of any length: `arn:aws:dynamodb:◌:◌:table/Employees`. */
export const UNKNOWN_PART = '\u25cc';

/** One character of a pattern; the two wildcards are told from the same characters meant literally (`${*}`, `${?}`). */
export type PatternPart = { readonly kind: 'any-run' } | { readonly kind: 'any-one' } | { readonly kind: 'character'; readonly character: string };

const ANY_RUN: PatternPart = { kind: 'any-run' };
const ANY_ONE: PatternPart = { kind: 'any-one' };

/** A text taken as it stands. */
export const literally = (text: string): readonly PatternPart[] => [...text].map((character) => ({ kind: 'character', character }));

/** A text in which `*` and `?` are wildcards. */
export const withWildcards = (text: string): readonly PatternPart[] =>
  [...text].map((character) => (character === '*' ? ANY_RUN : character === '?' ? ANY_ONE : { kind: 'character', character }));

/** A part of the text that is not known is only covered for certain by a run. */
const takes = (part: PatternPart, character: string): boolean => character !== UNKNOWN_PART && (part.kind === 'any-one' || (part.kind === 'character' && part.character === character));

/**
 * Whether the pattern fits whatever the unknown parts of the text hold: two pointers, and back to the last run where it does
 * not, so that the time is at most the product of the lengths.
 */
function fitsCertainly(pattern: readonly PatternPart[], text: readonly string[]): boolean {
  let [at, read, run, resume] = [0, 0, -1, 0];
  while (read < text.length) {
    const part = pattern[at];
    if (part?.kind === 'any-run') {
      run = at;
      resume = read;
      at += 1;
    } else if (part && takes(part, text[read] ?? '')) {
      at += 1;
      read += 1;
    } else if (run >= 0) {
      at = run + 1;
      resume += 1;
      read = resume;
    } else return false;
  }
  return pattern.slice(at).every(({ kind }) => kind === 'any-run');
}

/** Places of the pattern where a text may go on after `places`, without reading any of it. */
function skipRuns(pattern: readonly PatternPart[], places: ReadonlySet<number>): ReadonlySet<number> {
  const reached = new Set(places);
  for (const place of reached) if (pattern[place]?.kind === 'any-run') reached.add(place + 1);
  return reached;
}

function readOne(pattern: readonly PatternPart[], places: ReadonlySet<number>, character: string): ReadonlySet<number> {
  // What is not known may be anything that the rest of the pattern asks for.
  if (character === UNKNOWN_PART) return new Set(pattern.map((_, index) => index).concat(pattern.length).slice(Math.min(...places)));
  const next = new Set<number>();
  for (const place of places) {
    const part = pattern[place];
    if (part?.kind === 'any-run') next.add(place);
    else if (part && takes(part, character)) next.add(place + 1);
  }
  return next;
}

/** Whether the unknown parts of the text could hold something that makes the pattern fit. */
function fitsPossibly(pattern: readonly PatternPart[], text: readonly string[]): boolean {
  let places: ReadonlySet<number> = skipRuns(pattern, new Set([0]));
  for (const character of text) {
    if (places.size === 0) return false;
    places = skipRuns(pattern, readOne(pattern, places, character));
  }
  return places.has(pattern.length);
}

/**
 * Whether a pattern fits a text, in which `UNKNOWN_PART` stands for what nobody knows: then `yes` says that it fits
 * whatever that is, `no` that nothing would make it fit.
 */
export function matchParts(pattern: readonly PatternPart[], text: string): Truth {
  const characters = [...text];
  if (fitsCertainly(pattern, characters)) return 'yes';
  return characters.includes(UNKNOWN_PART) && fitsPossibly(pattern, characters) ? 'unknown' : 'no';
}

/**
 * Whether `*` (any run of characters) and `?` (any one) of a pattern fit a text.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const matchPattern = (pattern: string, text: string): Truth => matchParts(withWildcards(pattern), text);
