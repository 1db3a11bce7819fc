import type { ClipboardEvent, ReactNode } from 'react';
import { CellEditorView } from './cell-editor.tsx';
import type { Choice } from './choice.ts';
import { findChoice } from './choice.ts';
import styles from './editable-table.module.css';
import { Glyph } from './glyph.tsx';
import { readLines } from './grid-position.ts';
import { joinClasses } from './join-classes.ts';
import type { CellPlace, ChoiceEditor, TableColumn } from './table-column.ts';
import { isSamePlace } from './table-column.ts';
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
  const isEditing = isSamePlace(table.editing.editing, place);
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
      tabIndex={isSamePlace(table.focus.active, place) && !isEditing ? 0 : -1}
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
      {isEditing ? <EditedCell {...props} place={place} /> : cellContent(column, row)}
    </td>
  );
}

/** A cell of a choice shows the label of what is chosen. */
function cellContent<Row>(column: TableColumn<Row>, row: Row): ReactNode {
  if (column.show) return column.show(row);
  const text = column.read(row);
  const editor = column.editor?.(row);
  if (!editor || editor.kind === 'text') return text;
  return chosenIn(editor, row, text)?.label ?? text;
}

function chosenIn<Row>(editor: ChoiceEditor<Row>, row: Row, text: string): Choice | undefined {
  if (editor.kind === 'select') return editor.choices(row).find(({ value }) => value === text);
  return findChoice(editor.sections(row), text) ?? editor.readTyped?.(row, text);
}

function EditedCell<Row>({
  table,
  row,
  column,
  problemId,
  place,
}: TableCellProps<Row> & { readonly place: CellPlace }) {
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
      shown={cellContent(column, row)}
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
      onPasteLines={
        onPasteLines &&
        ((lines) => {
          stop();
          onPasteLines(place, lines);
        })
      }
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
