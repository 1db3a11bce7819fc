import type { RowDragging } from './use-row-drag.ts';
import type { CellPlace, RowLook, TableColumn } from './table-column.ts';
import type { TableEditing } from './use-table-editing.ts';
import type { TableFocus } from './use-table-focus.ts';

/** What the rows and cells of one table share. */
export interface TableControl<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rowName: (row: Row) => string;
  readonly look: (row: Row) => RowLook;
  readonly editing: TableEditing;
  readonly focus: TableFocus;
  readonly drag: RowDragging;
  readonly hasMarks: boolean;
  readonly hasActions: boolean;
  /** The column below which sentences start. */
  readonly sentenceStart: 'first' | 'second';
  readonly canMove: boolean;
  readonly onRemove: ((rowId: string) => void) | undefined;
  readonly onPasteLines: ((place: CellPlace, lines: readonly string[]) => void) | undefined;
  /** Whether a cell can be edited. */
  readonly isEditable: (place: CellPlace) => boolean;
  /** What is wrong with a text in a cell. */
  readonly problemOf: (place: CellPlace, text: string) => string | undefined;
  /** Takes the edited text over and goes on with the next cell of the row, or stays on the cell. */
  readonly finish: (place: CellPlace, text: string | undefined, next?: 'forward' | 'backward') => void;
}
