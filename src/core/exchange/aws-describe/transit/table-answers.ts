import { asResourceId, type ResourceId } from '../../../model/ids.ts';
import type { Draft } from '../draft.ts';
import { textIn, type SourcedRecord } from '../record.ts';
import { regionOf } from '../regions.ts';

/** Which questions about a transit gateway's route table the files answer. */
export type TableAnswer = 'static-routes' | 'routes' | 'some-routes' | 'propagations';

const TABLE_IN_PATH = /tgw-rtb-[0-9a-f]+(?![0-9a-z])/;
const answers = new WeakMap<Draft, Map<string, Set<TableAnswer>>>();

/** The table that a list is about: named in its elements, beside it, or in the path of its file. */
export const tableOf = ({ record, document, source }: SourcedRecord): string | undefined =>
  textIn(record, 'TransitGatewayRouteTableId') ?? textIn(document, 'TransitGatewayRouteTableId') ?? TABLE_IN_PATH.exec(source.path)?.[0];

/** The table of the draft that a path names; of several the longest, in which the others may be contained. */
function tableNamedIn(draft: Draft, path: string): string | undefined {
  const named = draft.all('transit-gateway-route-table').flatMap(([id]) => (path.includes(id) ? [id] : []));
  return named.sort((a, b) => b.length - a.length)[0];
}

/** Remembers that the files answer a question about a table. */
export function noteAnswer(draft: Draft, table: string, answer: TableAnswer): void {
  const tables = answers.get(draft) ?? new Map<string, Set<TableAnswer>>();
  answers.set(draft, tables);
  tables.set(table, (tables.get(table) ?? new Set()).add(answer));
}

export const hasAnswer = (draft: Draft, table: string, answer: TableAnswer): boolean => answers.get(draft)?.get(table)?.has(answer) === true;

/**
 * The table of a list in the draft; notes a list that names none. A table that no file describes is not made up: whose it
 * is would not be known.
 */
export function findTable(draft: Draft, sourced: SourcedRecord, key: string): ResourceId | undefined {
  const table = tableOf(sourced) ?? tableNamedIn(draft, sourced.source.path);
  if (table !== undefined && draft.get(table, 'transit-gateway-route-table')) return asResourceId(table);
  const sentence =
    table === undefined
      ? `An entry of "${key}" in ${sourced.source.path} does not say which transit gateway route table it is of; put TransitGatewayRouteTableId beside the list.`
      : `"${key}" in ${sourced.source.path} is about ${table}, which is in no file.`;
  draft.note({ type: key, count: 1, outcome: 'broken-reference', sentence });
  return undefined;
}

/** Remembers the answers under a key that list nothing: of those, too, it is known what they are about. */
export function noteEmptyAnswers(draft: Draft, key: string, answer: TableAnswer): void {
  for (const { document, source } of draft.answersOf(key)) {
    const list = document[key];
    if (!Array.isArray(list) || list.length > 0) continue;
    const table = tableOf({ record: {}, document, source }) ?? tableNamedIn(draft, source.path);
    if (table !== undefined) noteAnswer(draft, table, answer);
  }
}

/** The Region of a record that names its own, as Direct Connect does. */
export const regionNamed = (draft: Draft, sourced: SourcedRecord): ResourceId =>
  regionOf(draft, { ...sourced, source: { ...sourced.source, region: sourced.source.region ?? textIn(sourced.record, 'region') } });
