import { canonicalText } from './canonical-text.ts';
import { isObject } from './describe-value.ts';

/** A row of a table with its id; an entry of a list has none. */
export interface KeyedRow {
  readonly id: string | null;
  readonly value: unknown;
}

/** A row that is on one side only, or that both sides have with another content. */
export interface RowPair {
  readonly before: KeyedRow | undefined;
  readonly after: KeyedRow | undefined;
}

interface Rest {
  readonly before: readonly KeyedRow[];
  readonly after: readonly KeyedRow[];
}

/** What makes two rows a pair: rows of the same text, of which neither is paired yet, belong together. */
type KeyOf = (row: KeyedRow) => string | undefined;

function queue(rows: readonly KeyedRow[], keyOf: KeyOf): Map<string, KeyedRow[]> {
  const queues = new Map<string, KeyedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) queues.set(key, [...(queues.get(key) ?? []), row]);
  }
  return queues;
}

/** Takes out the rows that belong together by one key, in the order given. */
function pair({ before, after }: Rest, keyOf: KeyOf): { readonly pairs: readonly RowPair[]; readonly rest: Rest } {
  const waiting = queue(before, keyOf);
  const pairs: RowPair[] = [];
  const taken = new Set<KeyedRow>();
  for (const row of after) {
    const key = keyOf(row);
    const partner = key === undefined ? undefined : waiting.get(key)?.shift();
    if (!partner) continue;
    pairs.push({ before: partner, after: row });
    taken.add(partner).add(row);
  }
  const left = (rows: readonly KeyedRow[]): readonly KeyedRow[] => rows.filter((row) => !taken.has(row));
  return { pairs, rest: { before: left(before), after: left(after) } };
}

const contentOf = ({ value }: KeyedRow): string => canonicalText(value);
const byContent = (a: KeyedRow, b: KeyedRow): number => (contentOf(a) < contentOf(b) ? -1 : 1);

/** The rows of a table or the entries of a list, in an order that does not depend on the way they are written. */
export function listRows(value: unknown): readonly KeyedRow[] {
  const rows: readonly KeyedRow[] = Array.isArray(value)
    ? value.map((entry: unknown) => ({ id: null, value: entry }))
    : isObject(value)
      ? Object.entries(value).map(([id, row]) => ({ id, value: row }))
      : [];
  return [...rows].sort(byContent);
}

/**
 * Compares rows by what they say: neither their order nor their ids count. What is left over on both sides is the same
 * row, changed, when `keyOf` (the destination of a route, the number of an ACL's rule) says the same, else when its id does.
 */
export function pairRows(before: unknown, after: unknown, keyOf: (row: unknown) => string | undefined): readonly RowPair[] {
  const all: Rest = { before: listRows(before), after: listRows(after) };
  const same = pair(pair(all, (row) => `${row.id ?? ''} ${contentOf(row)}`).rest, contentOf);
  const keyed = pair(same.rest, ({ value }) => keyOf(value));
  const named = pair(keyed.rest, ({ id }) => id ?? undefined);
  return [
    ...keyed.pairs,
    ...named.pairs,
    ...named.rest.before.map((row) => ({ before: row, after: undefined })),
    ...named.rest.after.map((row) => ({ before: undefined, after: row })),
  ];
}
