import type { ReactNode } from 'react';
import type { Answer } from './answers.ts';
import type { Choice, ChoiceSection } from './choice.ts';

/** How a cell is edited. A problem is one sentence about what was typed; while there is one, nothing is taken over. */
export type CellEditor<Row> =
  | {
      readonly kind: 'text';
      readonly problem?: ((row: Row, text: string) => string | undefined) | undefined;
      readonly placeholder?: string | undefined;
    }
  | { readonly kind: 'select'; readonly choices: (row: Row) => readonly Choice[] }
  | {
      readonly kind: 'combobox';
      readonly sections: (row: Row) => readonly ChoiceSection[];
      readonly readTyped?: ((row: Row, typed: string) => Choice | undefined) | undefined;
      readonly searchPlaceholder?: string | undefined;
    };

/** The editors that offer a list. */
export type ChoiceEditor<Row> = Exclude<CellEditor<Row>, { kind: 'text' }>;

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** The text of the cell, as it is edited and pasted; for a select or combobox the value. */
  readonly read: (row: Row) => string;
  /** What the cell shows, where that is more than its text or the label of its choice. Such cells are never struck through. */
  readonly show?: ((row: Row) => ReactNode) | undefined;
  /** Without it the column cannot be edited; undefined from the function leaves one cell out. */
  readonly editor?: ((row: Row) => CellEditor<Row> | undefined) | undefined;
  readonly mono?: boolean | undefined;
  /** A CSS width. */
  readonly width?: string | undefined;
}

/** How a row looks beyond its cells. */
export interface RowLook {
  /** The row that decides: `pass` lets through, `fail` stops. */
  readonly tone?: 'pass' | 'fail' | undefined;
  /** What the row does for the question asked, as shape and word. */
  readonly mark?: { readonly answer: Answer; readonly word: string } | undefined;
  /** A short remark in the place of the mark. */
  readonly note?: string | undefined;
  /** Struck through: it has no effect. */
  readonly struck?: boolean | undefined;
  /** Not part of the design: a suggestion, or a row of AWS's own. */
  readonly faint?: boolean | undefined;
  /** Why the row looks as it does, below it. */
  readonly sentence?: string | undefined;
  /** A button at the end, such as one that adds a suggested row. */
  readonly action?: ReactNode;
  /** Cannot be edited, moved or deleted. */
  readonly locked?: boolean | undefined;
}

/** One cell of a table. */
export interface CellPlace {
  readonly rowId: string;
  readonly columnId: string;
}

/** Whether two places are the same cell. */
export function isSamePlace(one: CellPlace | undefined, other: CellPlace): boolean {
  return one?.rowId === other.rowId && one.columnId === other.columnId;
}

export interface CellEdit extends CellPlace {
  readonly text: string;
}

export interface LinesPaste extends CellPlace {
  readonly lines: readonly string[];
}
