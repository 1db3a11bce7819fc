import { useId } from 'react';
import { Button } from './button.tsx';
import styles from './editable-table.module.css';
import { joinClasses } from './join-classes.ts';
import type { TableColumn } from './table-column.ts';
import type { TableControl } from './table-control.ts';
import { TableRow } from './table-row.tsx';
import type { EditableTableOptions } from './use-editable-table.ts';
import { useEditableTable } from './use-editable-table.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface EditableTableProps<Row> extends EditableTableOptions<Row> {
  /** Reaches over the 14 px sides of an inspector section. */
  readonly bleed?: boolean | undefined;
  /** Said when there is no row. */
  readonly emptySentence?: string | undefined;
  /** Shows a button below that adds a row; where the button stands elsewhere, `startEditing` opens the new row. */
  readonly add?: { readonly label: string; readonly onAdd: () => void } | undefined;
}

/**
 * Rows of rules or routes that are edited in place. One stop for Tab; arrows move between cells, Enter or typing edits,
 * Escape puts back, Delete removes the row, Alt with an arrow moves it.
 */
export function EditableTable<Row>(props: EditableTableProps<Row>) {
  const { rows, rowId, label, bleed, emptySentence, add } = props;
  const { table, tableRef, handlers } = useEditableTable(props);
  const keysId = useId();
  return (
    <>
      <div className={joinClasses(styles.scroll, bleed && styles.bleed)}>
        <table
          ref={tableRef}
          role="grid"
          className={styles.table}
          aria-label={label}
          aria-describedby={keysId}
          {...handlers}
        >
          <TableHead table={table} columns={props.columns} />
          <tbody>
            {rows.map((row, index) => (
              <TableRow key={rowId(row)} table={table} row={row} rowId={rowId(row)} index={index} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && emptySentence && <p className={styles.empty}>{emptySentence}</p>}
      </div>
      <span id={keysId} hidden>
        {describeKeys(props)}
      </span>
      {add && (
        <div className={styles.foot}>
          <Button glyph="plus" onClick={add.onAdd}>
            {add.label}
          </Button>
        </div>
      )}
    </>
  );
}

interface TableHeadProps<Row> {
  readonly table: TableControl<Row>;
  readonly columns: readonly TableColumn<Row>[];
}

function TableHead<Row>({ table, columns }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, title, width }) => (
          <th key={id} scope="col" style={width === undefined ? undefined : { width }}>
            {title}
          </th>
        ))}
        {table.hasMarks && (
          <th scope="col">
            <VisuallyHidden>Effect</VisuallyHidden>
          </th>
        )}
        {table.hasActions && (
          <th scope="col" className={styles.actions}>
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        )}
      </tr>
    </thead>
  );
}

function describeKeys<Row>({ onEdit, onRemove, onMove }: EditableTableProps<Row>): string {
  const keys = [
    onEdit && 'Enter edits the cell, Escape puts it back.',
    onRemove && 'Delete removes the row.',
    onMove && 'Alt with the arrow up or down moves the row.',
  ];
  return keys.filter(Boolean).join(' ');
}
