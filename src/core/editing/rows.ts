import type { Design } from '../model/design.ts';
import type { RowId } from '../model/ids.ts';
import type { Draft } from './draft.ts';

/** The rows of a table with their ids: `Object.entries` forgets that the keys are row ids. */
export function rowEntries<Row>(rows: Readonly<Record<RowId, Row>>): (readonly [RowId, Row])[] {
  return Object.entries<Row>(rows) as unknown as (readonly [RowId, Row])[];
}

/** Rows from entries, in the order given. */
export function rowsFrom<Row>(entries: Iterable<readonly [RowId, Row]>): Record<RowId, Row> {
  return Object.fromEntries(entries);
}

/** Changes every row. */
export function mapRows<Row, Result>(rows: Readonly<Record<RowId, Row>>, change: (row: Row, id: RowId) => Result): Record<RowId, Result> {
  return rowsFrom(rowEntries(rows).map(([id, row]) => [id, change(row, id)] as const));
}

/** Keeps the rows for which `keep` says so. */
export function filterRows<Row>(rows: Readonly<Record<RowId, Row>>, keep: (row: Row, id: RowId) => boolean): Record<RowId, Row> {
  return rowsFrom(rowEntries(rows).filter(([id, row]) => keep(row, id)));
}

/** The rows without one of them. */
export const withoutRow = <Row>(rows: Readonly<Record<RowId, Row>>, row: RowId): Record<RowId, Row> => filterRows(rows, (_row, id) => id !== row);

/** The tables of the design itself. */
type DesignRows = 'answers' | 'declaredRanges' | 'expectations';

/** Replaces a table of the design. An empty one is left out, so that taking the last row away gives the design as it was before the first. */
export function putRows<Field extends DesignRows>(draft: Draft, field: Field, rows: NonNullable<Design[Field]>): void {
  const { [field]: _before, ...others } = draft.design;
  draft.design = (Object.keys(rows).length === 0 ? others : { ...others, [field]: rows }) as Design;
}
