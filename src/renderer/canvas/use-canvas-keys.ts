import type { Scene } from '@core/drawing/scene.ts';
import type { KeyboardEvent } from 'react';
import { useApp } from '../app/app-context.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { nudgeNodes } from './nudge.ts';
import { walkNodes, type WalkKey } from './walk-nodes.ts';

const WALK_KEYS: ReadonlySet<string> = new Set<WalkKey>(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Escape', 'Home', 'End']);
const isWalkKey = (key: string): key is WalkKey => WALK_KEYS.has(key);

/** Pixels of one nudge; with Shift one pixel. */
const NUDGE = 8;
const NUDGES: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** Arrows walk siblings, Enter goes in, Escape out; Alt and arrows move what is selected. */
export function useCanvasKeys(scene: Scene): (event: KeyboardEvent) => void {
  const { store, canvas } = useApp();
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const { keys } = store.getState().selection;
    const direction = event.altKey ? NUDGES[event.key] : undefined;
    if (direction && keys.length > 0) {
      event.preventDefault();
      const step = event.shiftKey ? 1 : NUDGE;
      const by = { x: direction.x * step, y: direction.y * step };
      store.edit((design) => nudgeNodes(design, keys, by), { keepSelection: true, mergeKey: `nudge ${keys.join(' ')}` });
      return;
    }
    if (event.altKey || !isWalkKey(event.key)) return;
    const reached = walkNodes(scene, inspectedKey(store.getState().selection), event.key);
    if (reached === undefined) return;
    event.preventDefault();
    store.select(reached === null ? [] : [reached]);
    if (reached !== null) canvas.current?.reveal(reached);
  };
}
