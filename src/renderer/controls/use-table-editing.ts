import { useLayoutEffect, useRef, useState } from 'react';
import type { CellEdit, CellEditor, CellPlace, RowLook, TableColumn } from './table-column.ts';

export interface TableEditingOptions<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly look?: ((row: Row) => RowLook) | undefined;
  readonly onEdit?: ((edit: CellEdit) => void) | undefined;
  /** Asks for a cell to be edited, such as the first of a row that was just added. A new object asks again. */
  readonly startEditing?: CellPlace | undefined;
}

interface Editing extends CellPlace {
  /** What was typed; undefined while it is the cell's own text. */
  readonly draft: string | undefined;
}

/** Which cell of a table is being edited, and what was typed in it. */
export function useTableEditing<Row>(options: TableEditingOptions<Row>) {
  const { startEditing, onEdit } = options;
  const [editing, setEditing] = useState<Editing | undefined>(startEditing && { ...startEditing, draft: undefined });
  const [asked, setAsked] = useState(startEditing);
  /** Removing a focused input may still send it a blur, which must not commit what was cancelled. */
  const isOver = useRef(false);
  if (startEditing !== asked) {
    setAsked(startEditing);
    setEditing(startEditing && { ...startEditing, draft: undefined });
  }
  useLayoutEffect(() => {
    if (startEditing) isOver.current = false;
  }, [startEditing]);
  const start = (place: CellPlace, draft?: string) => {
    if (!findEditor(options, place)) return false;
    isOver.current = false;
    setEditing({ ...place, draft });
    return true;
  };
  const stop = () => {
    isOver.current = true;
    setEditing(undefined);
  };
  /** Takes over what was typed, or keeps the cell open where that has a problem. Says whether it is done. */
  const commit = (chosen?: string): boolean => {
    if (!editing || isOver.current) return true;
    const text = chosen ?? editing.draft;
    if (text !== undefined && problemOf(options, editing, text) !== undefined) return false;
    stop();
    if (text !== undefined && text !== textOf(options, editing))
      onEdit?.({ rowId: editing.rowId, columnId: editing.columnId, text });
    return true;
  };
  const type = (draft: string) => setEditing((now) => now && { ...now, draft });
  return { editing, start, stop, commit, type };
}

export type TableEditing = ReturnType<typeof useTableEditing>;

/** The editor of a cell, or undefined where it cannot be edited. */
export function findEditor<Row>(options: TableEditingOptions<Row>, place: CellPlace): CellEditor<Row> | undefined {
  const row = findRow(options, place.rowId);
  const column = options.columns.find(({ id }) => id === place.columnId);
  if (row === undefined || !column || !options.onEdit) return undefined;
  const look = options.look?.(row);
  return look?.locked || look?.faint ? undefined : column.editor?.(row);
}

/** What is wrong with a text in a cell, in one sentence. */
export function problemOf<Row>(options: TableEditingOptions<Row>, place: CellPlace, text: string): string | undefined {
  const row = findRow(options, place.rowId);
  const editor = findEditor(options, place);
  return row !== undefined && editor?.kind === 'text' ? editor.problem?.(row, text) : undefined;
}

function textOf<Row>(options: TableEditingOptions<Row>, place: CellPlace): string | undefined {
  const row = findRow(options, place.rowId);
  return row === undefined ? undefined : options.columns.find(({ id }) => id === place.columnId)?.read(row);
}

function findRow<Row>({ rows, rowId }: TableEditingOptions<Row>, id: string): Row | undefined {
  return rows.find((row) => rowId(row) === id);
}
