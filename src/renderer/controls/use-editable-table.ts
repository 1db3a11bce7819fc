import type { FocusEvent, KeyboardEvent } from 'react';
import { useRef } from 'react';
import { useAnnounce } from './announcer.tsx';
import type { CellPlace, LinesPaste } from './table-column.ts';
import { isSamePlace } from './table-column.ts';
import type { TableControl } from './table-control.ts';
import { useRowDrag } from './use-row-drag.ts';
import type { TableEditingOptions } from './use-table-editing.ts';
import { findEditor, problemOf, useTableEditing } from './use-table-editing.ts';
import { ACTIONS_COLUMN, placeOf, useTableFocus } from './use-table-focus.ts';

export interface EditableTableOptions<Row> extends TableEditingOptions<Row> {
  /** What the table lists. */
  readonly label: string;
  /** A row in words: `rule 100`. */
  readonly rowName: (row: Row) => string;
  readonly onRemove?: ((rowId: string) => void) | undefined;
  /** The row gets this index in the order without it. */
  readonly onMove?: ((rowId: string, toIndex: number) => void) | undefined;
  /** Several lines were pasted into a cell. */
  readonly onPasteLines?: ((paste: LinesPaste) => void) | undefined;
  readonly sentenceStart?: 'first' | 'second' | undefined;
}

/** State and keys of an editable table. */
export function useEditableTable<Row>(options: EditableTableOptions<Row>) {
  const { columns, rows, rowId, look, onMove, onRemove } = options;
  const tableRef = useRef<HTMLTableElement>(null);
  const announce = useAnnounce();
  const rowIds = rows.map(rowId);
  const columnIds = [...columns.map(({ id }) => id), ...(onRemove ? [ACTIONS_COLUMN] : [])];
  const editing = useTableEditing(options);
  const focus = useTableFocus({ table: tableRef, rowIds, columnIds });
  const moveRow = (id: string, toIndex: number) => {
    const row = rows[rowIds.indexOf(id)];
    if (row === undefined || toIndex < 0 || toIndex >= rows.length) return;
    onMove?.(id, toIndex);
    announce(`${options.rowName(row)} is now row ${toIndex + 1} of ${rows.length}.`);
  };
  const drag = useRowDrag({ table: tableRef, rowIds, onDrop: moveRow });
  const remove = (id: string) => {
    const { columnId } = focus.active;
    focus.focusRowLater(rowIds.indexOf(id) + 1, columnId);
    onRemove?.(id);
  };
  const table: TableControl<Row> = {
    columns,
    editing,
    focus,
    drag,
    rowName: options.rowName,
    look: (row) => look?.(row) ?? {},
    hasMarks: look !== undefined,
    hasActions: onRemove !== undefined,
    sentenceStart: options.sentenceStart ?? 'first',
    canMove: onMove !== undefined,
    onRemove: onRemove && remove,
    onPasteLines: options.onPasteLines && ((place, lines) => options.onPasteLines?.({ ...place, lines })),
    isEditable: (place) => findEditor(options, place) !== undefined,
    problemOf: (place, text) => problemOf(options, place, text),
    finish: (place, text, next) => {
      if (!editing.commit(text)) return;
      const neighbour = next && nextEditable(options, place, next);
      if (!neighbour || !editing.start(neighbour)) focus.focusLater(place);
    },
  };
  return { table, tableRef, handlers: gridHandlers({ table, options, rowIds, moveRow }) };
}

interface KeyContext<Row> {
  readonly table: TableControl<Row>;
  readonly options: EditableTableOptions<Row>;
  readonly rowIds: readonly string[];
  readonly moveRow: (rowId: string, toIndex: number) => void;
}

function gridHandlers<Row>(context: KeyContext<Row>) {
  const { focus } = context.table;
  return {
    onFocus: (event: FocusEvent<HTMLTableElement>) => {
      const place = placeOf(event.target);
      if (place) focus.noteFocus(place);
    },
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
      // Lists of a select or combobox are rendered elsewhere, yet their events come through here.
      const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
      const place = isInside ? placeOf(event.target) : undefined;
      if (!place || isSamePlace(context.table.editing.editing, place)) return;
      if (handleKey(event, place, context)) event.preventDefault();
    },
  };
}

/** Does what a key means on a cell that is not being edited; says whether it meant anything. */
function handleKey<Row>(event: KeyboardEvent, place: CellPlace, context: KeyContext<Row>): boolean {
  if (event.altKey) return moveByKey(event.key, place, context);
  if (context.table.focus.move(event, place)) return true;
  if (event.key === 'Delete') return removeByKey(place, context);
  return editByKey(event, place, context);
}

function moveByKey<Row>(
  key: string,
  { rowId, columnId }: CellPlace,
  { table, options, rowIds, moveRow }: KeyContext<Row>,
): boolean {
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  const row = options.rows[rowIds.indexOf(rowId)];
  if (step === undefined || !table.canMove || row === undefined || isFixed(table, row)) return false;
  table.focus.focusLater({ rowId, columnId });
  moveRow(rowId, rowIds.indexOf(rowId) + step);
  return true;
}

function removeByKey<Row>({ rowId }: CellPlace, { table, options, rowIds }: KeyContext<Row>): boolean {
  const row = options.rows[rowIds.indexOf(rowId)];
  if (!table.onRemove || row === undefined || isFixed(table, row)) return false;
  table.onRemove(rowId);
  return true;
}

/** Enter and F2 edit what is there; a typed character replaces it. */
function editByKey<Row>(event: KeyboardEvent, place: CellPlace, { table, options }: KeyContext<Row>): boolean {
  if (event.key === 'Enter' || event.key === 'F2') return table.editing.start(place);
  const isCharacter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
  if (!isCharacter) return false;
  const isText = findEditor(options, place)?.kind === 'text';
  return table.editing.start(place, isText ? event.key : undefined);
}

function isFixed<Row>(table: TableControl<Row>, row: Row): boolean {
  const { locked, faint } = table.look(row);
  return locked === true || faint === true;
}

function nextEditable<Row>(options: EditableTableOptions<Row>, from: CellPlace, next: 'forward' | 'backward') {
  const places = options.columns.map(({ id }): CellPlace => ({ rowId: from.rowId, columnId: id }));
  const at = places.findIndex(({ columnId }) => columnId === from.columnId);
  const ahead = next === 'forward' ? places.slice(at + 1) : places.slice(0, at).reverse();
  return ahead.find((place) => findEditor(options, place) !== undefined);
}
