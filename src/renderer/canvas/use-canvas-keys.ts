import type { Scene } from '@core/drawing/scene.ts';
import type { KeyboardEvent } from 'react';
import { useApp, type App } from '../app/app-context.ts';
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

function nudge({ store }: App, event: KeyboardEvent): boolean {
  const { keys } = store.getState().selection;
  const direction = NUDGES[event.key];
  if (!direction || keys.length === 0) return false;
  const step = event.shiftKey ? 1 : NUDGE;
  const by = { x: direction.x * step, y: direction.y * step };
  store.edit((design) => nudgeNodes(design, keys, by), { keepSelection: true, mergeKey: `nudge ${keys.join(' ')}` });
  return true;
}

function walk({ store, canvas }: App, scene: Scene, key: string): boolean {
  if (!isWalkKey(key)) return false;
  const reached = walkNodes(scene, inspectedKey(store.getState().selection), key);
  if (reached === undefined) return false;
  store.select(reached === null ? [] : [reached]);
  if (reached !== null) canvas.current?.reveal(reached);
  return true;
}

/** Arrows walk siblings, Enter goes in, Escape out; Alt and arrows move what is selected. */
export function useCanvasKeys(scene: Scene): (event: KeyboardEvent) => void {
  const app = useApp();
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const isDone = event.altKey ? nudge(app, event) : walk(app, scene, event.key);
    if (isDone) event.preventDefault();
  };
}
