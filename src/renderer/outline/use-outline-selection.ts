import { useState } from 'react';
import { useApp } from '../app/app-context.ts';
import type { OutlineRow } from './outline-rows.ts';

/** How a line is chosen: alone, beside the others, or with all from the last one that was chosen otherwise. */
export type Choosing = 'only' | 'toggle' | 'range';

export interface OutlineSelection {
  /** Where the arrow keys start from; `undefined` while it follows the selection. */
  readonly cursor: string | undefined;
  readonly choose: (key: string, how: Choosing) => void;
  /** Goes to a line and leaves the selection as it is. */
  readonly goTo: (key: string) => void;
}

/** What a click or a key with these modifiers means (ARIA Authoring Practices, tree view with several selected). */
export function choosingOf({ shiftKey, ctrlKey, metaKey }: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): Choosing {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : 'only';
}

/** The keys from one line to another, the other one last. */
export function listRange(rows: readonly OutlineRow[], from: string | undefined, to: string): readonly string[] {
  const [start, end] = [rows.findIndex(({ key }) => key === from), rows.findIndex(({ key }) => key === to)];
  if (start < 0 || end < 0) return [to];
  const keys = rows.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ key }) => key);
  return start <= end ? keys : keys.reverse();
}

/** Selecting in the outline; what is selected last comes into view on the canvas. */
export function useOutlineSelection(rows: readonly OutlineRow[]): OutlineSelection {
  const { store, canvas } = useApp();
  const [cursor, setCursor] = useState<string>();
  const [anchor, setAnchor] = useState<string>();
  const choose: OutlineSelection['choose'] = (key, how) => {
    setCursor(key);
    if (how !== 'range') setAnchor(key);
    if (how === 'range') store.select(listRange(rows, anchor ?? store.getState().selection.keys.at(-1), key));
    else if (how === 'toggle') store.toggleSelected(key);
    else store.select([key]);
    canvas.current?.reveal(key);
  };
  return { cursor, choose, goTo: setCursor };
}
