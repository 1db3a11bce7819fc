import type { PointerEvent, RefObject } from 'react';
import { useState } from 'react';
import { indexAfterDrop } from './grid-position.ts';

export interface RowDragOptions {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly rowIds: readonly string[];
  readonly onDrop: (rowId: string, toIndex: number) => void;
}

interface RowDrag {
  readonly rowId: string;
  /** The row before which it would be dropped; the number of rows for the end. */
  readonly before: number;
}

/** Moves a row with the pointer. The row stays where it is until it is dropped; a line shows the place. */
export function useRowDrag({ table, rowIds, onDrop }: RowDragOptions) {
  const [drag, setDrag] = useState<RowDrag | undefined>();
  const handlersOf = (rowId: string) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ rowId, before: rowIds.indexOf(rowId) });
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag && table.current) setDrag({ rowId, before: rowUnder(table.current, event.clientY) });
    },
    onPointerUp: () => {
      const to = drag && indexAfterDrop(rowIds.indexOf(rowId), drag.before);
      setDrag(undefined);
      if (to !== undefined) onDrop(rowId, to);
    },
    onPointerCancel: () => setDrag(undefined),
  });
  /** On which edge of a row the line is drawn. */
  const dropEdge = (rowId: string): 'before' | 'after' | undefined => {
    if (!drag || indexAfterDrop(rowIds.indexOf(drag.rowId), drag.before) === undefined) return undefined;
    const index = rowIds.indexOf(rowId);
    if (index === drag.before) return 'before';
    return index === rowIds.length - 1 && drag.before === rowIds.length ? 'after' : undefined;
  };
  return { draggedId: drag?.rowId, handlersOf, dropEdge };
}

export type RowDragging = ReturnType<typeof useRowDrag>;

function rowUnder(table: HTMLTableElement, y: number): number {
  const rows = [...table.querySelectorAll('tr[data-index]')];
  const index = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return index === -1 ? rows.length : index;
}
