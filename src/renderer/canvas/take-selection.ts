import type { NodeChange } from '@xyflow/react';
import type { CanvasNode } from './project-scene.ts';

/**
 * The selection after React Flow's changes; `undefined` when they do not touch it. What has no node on the canvas is no
 * longer selected then: a click on the canvas means the canvas.
 */
export function takeSelection(
  selected: readonly string[],
  changes: readonly NodeChange<CanvasNode>[],
  isNode: (key: string) => boolean,
): readonly string[] | undefined {
  const picks = changes.flatMap((change) => (change.type === 'select' ? [change] : []));
  if (picks.length === 0) return undefined;
  const away = new Set(picks.filter((pick) => !pick.selected).map(({ id }) => id));
  const kept = selected.filter((key) => isNode(key) && !away.has(key));
  const added = picks.filter((pick) => pick.selected && !kept.includes(pick.id)).map(({ id }) => id);
  return [...kept, ...added];
}
