import { useId } from 'react';
import { AnswerMark } from './answer-mark.tsx';
import styles from './editable-table.module.css';
import { Glyph } from './glyph.tsx';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';
import { TableCell } from './table-cell.tsx';
import type { RowLook } from './table-column.ts';
import type { TableControl } from './table-control.ts';
import { ACTIONS_COLUMN } from './use-table-focus.ts';

export interface TableRowProps<Row> {
  readonly table: TableControl<Row>;
  readonly row: Row;
  readonly rowId: string;
  readonly index: number;
}

interface CellProblem {
  readonly columnId: string;
  readonly sentence: string;
}

/** A row, and below it the sentence that says why it looks as it does or what is wrong in it. */
export function TableRow<Row>({ table, row, rowId, index }: TableRowProps<Row>) {
  const reasonId = useId();
  const look = table.look(row);
  const problem = findProblem({ table, row, rowId, index });
  const sentence = problem?.sentence ?? look.sentence;
  const isMovable = table.canMove && !look.locked && !look.faint;
  return (
    <>
      <tr
        className={styles.row}
        data-index={index}
        data-reasoned={sentence === undefined ? undefined : true}
        data-dragged={table.drag.draggedId === rowId || undefined}
        data-drop={table.drag.dropEdge(rowId)}
        {...lookAttributes(look)}
      >
        {table.columns.map((column, place) => (
          <TableCell
            key={column.id}
            table={table}
            row={row}
            rowId={rowId}
            column={column}
            problemId={problem?.columnId === column.id ? reasonId : undefined}
            withHandle={isMovable && place === 0}
          />
        ))}
        {table.hasMarks && <MarkCell look={look} />}
        {table.hasActions && <ActionsCell table={table} row={row} rowId={rowId} index={index} />}
      </tr>
      {sentence !== undefined && (
        <Reason id={reasonId} sentence={sentence} isFault={problem !== undefined} table={table} />
      )}
    </>
  );
}

function lookAttributes({ tone, struck, faint }: RowLook) {
  return { 'data-tone': tone, 'data-struck': struck || undefined, 'data-faint': faint || undefined };
}

function MarkCell({ look }: { readonly look: RowLook }) {
  return (
    <td className={joinClasses(styles.cell, styles.end)}>
      {look.mark && <AnswerMark answer={look.mark.answer} word={look.mark.word} />}
      {look.note && <span className={styles.note}>{look.note}</span>}
      {look.action}
    </td>
  );
}

function ActionsCell<Row>({ table, row, rowId }: TableRowProps<Row>) {
  const { onRemove } = table;
  const { locked, faint } = table.look(row);
  return (
    <td
      className={joinClasses(styles.cell, styles.actions)}
      data-row={rowId}
      data-column={ACTIONS_COLUMN}
      tabIndex={-1}
    >
      {onRemove && !locked && !faint && (
        <IconButton
          glyph="trash"
          size="small"
          label={`Delete ${table.rowName(row)}`}
          tabIndex={-1}
          onClick={() => onRemove(rowId)}
        />
      )}
    </td>
  );
}

interface ReasonProps<Row> {
  readonly id: string;
  readonly sentence: string;
  readonly isFault: boolean;
  readonly table: TableControl<Row>;
}

function Reason<Row>({ id, sentence, isFault, table }: ReasonProps<Row>) {
  const isIndented = table.sentenceStart === 'second';
  const span = table.columns.length + Number(table.hasMarks) + Number(table.hasActions) - Number(isIndented);
  return (
    <tr className={styles.reason}>
      {isIndented && <td className={styles.because} />}
      <td
        id={id}
        className={styles.because}
        colSpan={span}
        data-tone={isFault ? 'fail' : undefined}
        aria-live={isFault ? 'polite' : undefined}
      >
        {isFault ? (
          <span className={styles.fault}>
            <Glyph id="answer-fail" size={14} />
            {sentence}
          </span>
        ) : (
          sentence
        )}
      </td>
    </tr>
  );
}

/** The first cell of the row with a problem; a cell that is being edited counts with what is typed. */
function findProblem<Row>({ table, row, rowId }: TableRowProps<Row>): CellProblem | undefined {
  const { editing } = table.editing;
  for (const column of table.columns) {
    const place = { rowId, columnId: column.id };
    const isEditing = editing?.rowId === rowId && editing.columnId === column.id;
    const text = isEditing && editing.draft !== undefined ? editing.draft : column.read(row);
    const sentence = table.problemOf(place, text);
    if (sentence !== undefined) return { columnId: column.id, sentence };
  }
  return undefined;
}
