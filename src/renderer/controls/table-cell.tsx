import type { ClipboardEvent } from 'react';
import { CellEditorView } from './cell-editor.tsx';
import styles from './editable-table.module.css';
import { Glyph } from './glyph.tsx';
import { readLines } from './grid-position.ts';
import { joinClasses } from './join-classes.ts';
import type { CellPlace, TableColumn } from './table-column.ts';
import type { TableControl } from './table-control.ts';

export interface TableCellProps<Row> {
  readonly table: TableControl<Row>;
  readonly row: Row;
  readonly rowId: string;
  readonly column: TableColumn<Row>;
  /** The id of the sentence below the row that says what is wrong with this cell. */
  readonly problemId: string | undefined;
  /** Shows the handle that moves the row. */
  readonly withHandle: boolean;
}

/** One cell: its text, or the input that edits it. */
export function TableCell<Row>(props: TableCellProps<Row>) {
  const { table, row, rowId, column, problemId, withHandle } = props;
  const place: CellPlace = { rowId, columnId: column.id };
  const { editing, active } = { editing: table.editing.editing, active: table.focus.active };
  const isEditing = isSamePlace(editing, place);
  const isEditable = table.isEditable(place);
  return (
    <td
      className={joinClasses(
        styles.cell,
        column.mono && styles.mono,
        isEditable && styles.editable,
        !column.show && styles.strikable,
      )}
      data-row={rowId}
      data-column={column.id}
      tabIndex={isSamePlace(active, place) && !isEditing ? 0 : -1}
      aria-readonly={!isEditable}
      aria-invalid={problemId === undefined ? undefined : true}
      aria-describedby={problemId}
      onClick={() => isEditable && !isEditing && table.editing.start(place)}
      onPaste={(event) => pasteIntoCell(event, props, place)}
    >
      {withHandle && (
        <span className={styles.handle} aria-hidden="true" {...table.drag.handlersOf(rowId)}>
          <Glyph id="drag" size={14} />
        </span>
      )}
      {isEditing ? <EditedCell {...props} place={place} /> : (column.show?.(row) ?? column.read(row))}
    </td>
  );
}

function EditedCell<Row>({ table, row, column, problemId, place }: TableCellProps<Row> & { readonly place: CellPlace }) {
  const { editing, type, stop, commit } = table.editing;
  const editor = column.editor?.(row);
  if (!editor) return column.read(row);
  const { onPasteLines } = table;
  return (
    <CellEditorView
      row={row}
      editor={editor}
      label={`${column.title} of ${table.rowName(row)}`}
      text={editing?.draft ?? column.read(row)}
      isUntouched={editing?.draft === undefined}
      mono={column.mono}
      problemId={problemId}
      onType={type}
      onLeave={() => commit()}
      onCommit={(text, next) => table.finish(place, text, next)}
      onCancel={() => {
        stop();
        table.focus.focusLater(place);
      }}
      onPasteLines={onPasteLines && ((lines) => {
        stop();
        onPasteLines(place, lines);
      })}
    />
  );
}

/** One pasted line is typed into the cell; several are for the caller. */
function pasteIntoCell<Row>(event: ClipboardEvent, { table }: TableCellProps<Row>, place: CellPlace): void {
  const isOwn = event.target === event.currentTarget;
  const lines = readLines(event.clipboardData.getData('text/plain'));
  const [first] = lines;
  if (!isOwn || first === undefined || !table.isEditable(place)) return;
  event.preventDefault();
  if (lines.length > 1 && table.onPasteLines) table.onPasteLines(place, lines);
  else table.editing.start(place, first);
}

function isSamePlace(one: CellPlace | undefined, other: CellPlace): boolean {
  return one?.rowId === other.rowId && one.columnId === other.columnId;
}
