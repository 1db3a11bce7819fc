import type { OutlineRow } from './outline-rows.ts';

/** What a key does in the outline: goes to a line, folds or unfolds one, or chooses it. */
export interface OutlineMove {
  readonly key: string;
  readonly fold?: boolean;
  readonly choose?: boolean;
}

/** The line that another one stands under. */
export function parentOf(rows: readonly OutlineRow[], index: number): OutlineRow | undefined {
  const level = rows[index]?.level ?? 0;
  for (let above = index - 1; above >= 0; above -= 1) {
    const row = rows[above];
    if (row && row.level < level) return row;
  }
  return undefined;
}

/** What a key press means at a line (ARIA Authoring Practices, tree view pattern); `undefined` for keys that mean nothing. */
export function moveInOutline(rows: readonly OutlineRow[], active: string | undefined, key: string): OutlineMove | undefined {
  const index = Math.max(
    0,
    rows.findIndex((row) => row.key === active),
  );
  const row = rows[index];
  if (!row) return undefined;
  const goTo = (target: OutlineRow | undefined): OutlineMove | undefined => target && { key: target.key };
  switch (key) {
    case 'ArrowDown':
      return goTo(rows[index + 1]);
    case 'ArrowUp':
      return goTo(rows[index - 1]);
    case 'Home':
      return goTo(rows[0]);
    case 'End':
      return goTo(rows[rows.length - 1]);
    case 'ArrowRight':
      if (row.hasChildren && !row.isOpen) return { key: row.key, fold: false };
      return row.isOpen ? goTo(rows[index + 1]) : undefined;
    case 'ArrowLeft':
      if (row.isOpen) return { key: row.key, fold: true };
      return goTo(parentOf(rows, index));
    case 'Enter':
    case ' ':
      return { key: row.key, choose: true };
    default:
      return undefined;
  }
}
