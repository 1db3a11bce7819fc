import type { RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { GridKey } from './grid-position.ts';
import { positionAfterKey } from './grid-position.ts';
import type { CellPlace } from './table-column.ts';

/** The column of the buttons at the end of a row. */
export const ACTIONS_COLUMN = '#actions';

export interface TableFocusOptions {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
}

/** One stop for Tab in a whole table: which cell it is, and how the focus moves. */
export function useTableFocus({ table, rowIds, columnIds }: TableFocusOptions) {
  const [last, setLast] = useState<CellPlace | undefined>();
  const wanted = useRef<CellPlace | undefined>(undefined);
  useLayoutEffect(() => {
    if (!wanted.current || !table.current) return;
    focusCell(table.current, wanted.current);
    wanted.current = undefined;
  });
  /** The cell that Tab reaches: the last one that had the focus while it is there, else the first. */
  const active = last && rowIds.includes(last.rowId) ? last : { rowId: rowIds[0] ?? '', columnId: columnIds[0] ?? '' };
  /** Focuses a cell once the table shows the state that is being set now. */
  const focusLater = (place: CellPlace) => {
    wanted.current = place;
    setLast(place);
  };
  /** Focuses what stands at an index after a row is gone. */
  const focusRowLater = (rowIndex: number, columnId: string) => {
    const rowId = rowIds[rowIndex] ?? rowIds[rowIndex - 2];
    if (rowId !== undefined) focusLater({ rowId, columnId });
  };
  const move = (key: GridKey, from: CellPlace): boolean => {
    const at = { row: rowIds.indexOf(from.rowId), column: columnIds.indexOf(from.columnId) };
    const to = positionAfterKey(key, at, { rows: rowIds.length, columns: columnIds.length });
    const place = to && { rowId: rowIds[to.row] ?? from.rowId, columnId: columnIds[to.column] ?? from.columnId };
    if (place && table.current) focusCell(table.current, place);
    return place !== undefined;
  };
  return { active, focusLater, focusRowLater, move, noteFocus: setLast };
}

export type TableFocus = ReturnType<typeof useTableFocus>;

/** The cell an event happened in. */
export function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? undefined : { rowId: row, columnId: column };
}

function focusCell(table: HTMLTableElement, { rowId, columnId }: CellPlace): void {
  const cells = [...table.querySelectorAll<HTMLElement>('[data-row][data-column]')];
  const cell = cells.find(({ dataset }) => dataset['row'] === rowId && dataset['column'] === columnId);
  const button = columnId === ACTIONS_COLUMN ? cell?.querySelector('button') : undefined;
  (button ?? cell)?.focus();
}
