import { z } from 'zod';

/** Id of a resource: the AWS id where it was imported (`subnet-0a1b…`), else one made by {@link makeId} in the same form. */
export type ResourceId = string & z.$brand<'ResourceId'>;
/** Id of a row (route, rule, address, …), unique within its resource. */
export type RowId = string & z.$brand<'RowId'>;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const isUsableKey = (text: string): boolean => text.length <= 512 && !FORBIDDEN_KEYS.has(text);

export const resourceIdSchema = z.string().min(1).refine(isUsableKey, 'is not usable as an id').brand<'ResourceId'>();
export const rowIdSchema = z.string().min(1).refine(isUsableKey, 'is not usable as a row id').brand<'RowId'>();

/** States that a text is the id of a resource; the caller knows it from a design or from {@link makeId}. */
export const asResourceId = (text: string): ResourceId => text as ResourceId;
/** States that a text is the id of a row. */
export const asRowId = (text: string): RowId => text as RowId;

/** A source of random numbers in [0, 1); handed in, because the core has no randomness of its own. */
export type RandomSource = () => number;

const HEXADECIMAL = 16;
const ID_DIGITS = 8;

/** Makes an id in AWS's form, a prefix and eight hexadecimal digits (`subnet-1f0c9a2b`), that is not among `taken`. */
export function makeId(prefix: string, random: RandomSource, taken: (id: string) => boolean = () => false): ResourceId {
  for (;;) {
    let digits = '';
    while (digits.length < ID_DIGITS) digits += Math.floor(random() * HEXADECIMAL).toString(HEXADECIMAL);
    const id = `${prefix}-${digits}`;
    if (!taken(id)) return asResourceId(id);
  }
}

/** The first of `prefix-1`, `prefix-2`, … that the rows do not have yet. */
export function nextRowId(prefix: string, rows: Readonly<Record<string, unknown>>): RowId {
  let number = Object.keys(rows).length + 1;
  while (`${prefix}-${number}` in rows) number += 1;
  return asRowId(`${prefix}-${number}`);
}
