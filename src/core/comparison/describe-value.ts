import { isArray, isContainer, presentKeys, type JsonObject } from '../patch/json.ts';

/** What an id or a name of one version of the design is called there. */
export type NameOf = (id: string) => string;

export type Words = string | null;

/** Texts longer than this, or of several lines, are not shown whole: only where they differ. */
const LONGEST_TEXT = 80;
const LEAD = 16;

export const isObject = (value: unknown): value is JsonObject => isContainer(value) && !isArray(value);

/** The value in a few words: names for ids, "yes" and "no", lists with commas. */
export function describeValue(value: unknown, nameOf: NameOf): string {
  if (typeof value === 'string') return nameOf(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isArray(value)) return value.length === 0 ? 'none' : value.map((entry) => describeValue(entry, nameOf)).join(', ');
  if (isObject(value) && presentKeys(value).length === 0) return 'none';
  if (isObject(value)) return [...presentKeys(value)].sort().map((key) => `${key} ${describeValue(value[key], nameOf)}`).join(', ');
  return String(value);
}

const INDENT = 2;
/** A document (a policy, what AWS described) as text of many lines, its keys in one order. */
export function writeDocument(value: unknown): string {
  const sorted = (_key: string, part: unknown): unknown => (isObject(part) ? Object.fromEntries([...presentKeys(part)].sort().map((key) => [key, part[key]])) : part);
  return JSON.stringify(value, sorted, INDENT);
}

const countLines = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

function shorten(text: string, start: number): string {
  const from = text.length <= LONGEST_TEXT ? 0 : Math.max(0, Math.min(start - LEAD, text.length - LONGEST_TEXT));
  const part = text.slice(from, from + LONGEST_TEXT);
  return `${from > 0 ? '…' : ''}${part}${from + LONGEST_TEXT < text.length ? '…' : ''}`;
}

function firstDifference<Part>(a: ArrayLike<Part>, b: ArrayLike<Part>): number {
  let index = 0;
  while (index < Math.min(a.length, b.length) && a[index] === b[index]) index += 1;
  return index;
}

function describeLine(lines: readonly string[], { number, other }: { readonly number: number; readonly other: string }): string {
  const line = lines[number];
  const place = `${countLines(lines.length)}, line ${number + 1}`;
  return line === undefined ? countLines(lines.length) : `${place}: ${shorten(line.trim(), firstDifference(line.trim(), other.trim()))}`;
}

/** One long text on its own: how long it is. */
function summarise(text: string): string {
  if (text.includes('\n')) return countLines(text.split('\n').length);
  return shorten(text, 0);
}

/** Two texts, each as it is, or, where they are long, with the first line or part that is not the same. */
export function describeTexts(before: Words, after: Words): readonly [Words, Words] {
  if (before === null || after === null) return [before === null ? null : summarise(before), after === null ? null : summarise(after)];
  if (before.includes('\n') || after.includes('\n')) {
    const [old, fresh] = [before.split('\n'), after.split('\n')];
    const number = firstDifference(old, fresh);
    return [describeLine(old, { number, other: fresh[number] ?? '' }), describeLine(fresh, { number, other: old[number] ?? '' })];
  }
  const start = firstDifference(before, after);
  return [shorten(before, start), shorten(after, start)];
}
