export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where the focus goes after a key in a grid: arrows to the neighbour, Home and End to the ends of the row, with Ctrl to the
 * ends of the grid. Undefined for any other key. At an edge it stays.
 */
export function positionAfterKey(
  { key, ctrlKey }: GridKey,
  at: GridPosition,
  size: GridSize,
): GridPosition | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: Math.max(0, at.row - 1) };
    case 'ArrowDown':
      return { ...at, row: Math.min(lastRow, at.row + 1) };
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) };
    case 'ArrowRight':
      return { ...at, column: Math.min(lastColumn, at.column + 1) };
    case 'Home':
      return { row: ctrlKey ? 0 : at.row, column: 0 };
    case 'End':
      return { row: ctrlKey ? lastRow : at.row, column: lastColumn };
    default:
      return undefined;
  }
}

/** The lines of a pasted text, without empty ones. */
export function readLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * The index a dragged row gets when it is dropped before the row that stood at `before` (the number of rows for the end), in
 * the order without it; undefined where nothing changes.
 */
export function indexAfterDrop(from: number, before: number): number | undefined {
  const to = before > from ? before - 1 : before;
  return to === from ? undefined : to;
}
