import { useCommandEntries } from '../frame/command-menu.tsx';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { MenuAtPoint } from '../controls/menu.tsx';
import { useGroupMenu } from './use-group-menu.ts';

const ON_NODE = [
  'ask-to-here',
  'ask-from-here',
  'edit-rules',
  'start-instance',
  'stop-instance',
  '-',
  'rename',
  'cut',
  'copy',
  'duplicate',
  'duplicate-into-zone',
  'move-to',
  'delete-selection',
  '-',
  'collapse',
  'expand',
  'zoom-to-selection',
] as const;
const ON_CANVAS = ['paste', 'select-all', '-', 'arrange', 'collapse-zones', 'expand-all', 'zoom-to-fit', 'zoom-to-actual-size', '-', 'export-picture', 'copy-picture'] as const;

export interface CanvasMenuProps {
  /** Pixels of the window; `undefined` while it is closed. */
  readonly point: { readonly x: number; readonly y: number } | undefined;
  readonly isOnNode: boolean;
  readonly onClose: () => void;
}

/** The groups stand where the rules do: before the first line. */
function withGroups(entries: readonly MenuEntry[], groups: readonly MenuEntry[]): readonly MenuEntry[] {
  const line = entries.findIndex(({ kind }) => kind === 'separator');
  return line < 0 ? [...entries, ...groups] : [...entries.slice(0, line), ...groups, ...entries.slice(line)];
}

/** Lines between groups of entries only: none at an end, no two in a row. */
const withoutSpareLines = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.filter(({ kind }, index) => kind !== 'separator' || (index > 0 && entries.slice(index + 1).find((next) => next.kind !== 'separator') !== undefined && entries[index - 1]?.kind !== 'separator'));

/** What can be done with what was clicked with the right button. */
export function CanvasMenu({ point, isOnNode, onClose }: CanvasMenuProps) {
  const entries = useCommandEntries(isOnNode ? ON_NODE : ON_CANVAS);
  const groups = useGroupMenu();
  const shown = isOnNode ? withoutSpareLines(withGroups(entries.filter((entry) => !('disabled' in entry && entry.disabled)), groups)) : entries;
  return <MenuAtPoint point={point} label={isOnNode ? 'Selection' : 'Canvas'} entries={shown} onClose={onClose} />;
}
