import type { Scene } from '@core/drawing/scene.ts';
import { useReactFlow, type NodeChange } from '@xyflow/react';
import { useCallback, useLayoutEffect, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react';
import { useStore } from '../app/app-context.ts';
import { dropToEdit, judgeMove, type Drop } from './change-to-edit.ts';
import { AT_REST, followChanges, placesOnCanvas, type DragState } from './drag-state.ts';
import { boxAt } from './hit-test.ts';
import type { CanvasNode } from './project-scene.ts';
import { useDragCancel } from './use-drag-cancel.ts';

/** What of a mouse or touch event says where the pointer is. */
type PointerPlace = MouseEvent | TouchEvent | ReactMouseEvent;

export interface Dragging {
  readonly state: DragState;
  readonly takeChanges: (changes: readonly NodeChange<CanvasNode>[]) => void;
  readonly onDrag: (event: PointerPlace, dragged: readonly CanvasNode[]) => void;
  readonly onDragStop: (event: PointerPlace, dragged: readonly CanvasNode[]) => void;
  /** Forgets what is dragged or resized. */
  readonly rest: () => void;
}

const pointerOf = (event: PointerPlace): { readonly clientX: number; readonly clientY: number } =>
  'clientX' in event ? event : (event.changedTouches[0] ?? { clientX: 0, clientY: 0 });

/**
 * Dragging nodes: React Flow says where they are, the design decides at the drop. Until then nothing of it changes, so a
 * drag that is refused or given up leaves no trace.
 */
export function useDrag(scene: Scene): Dragging {
  const store = useStore();
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const [state, setState] = useState(AT_REST);
  const latest = useRef({ scene, state });
  useLayoutEffect(() => {
    latest.current = { scene, state };
  }, [scene, state]);

  const rest = useCallback(() => setState(AT_REST), []);
  const cancel = useDragCancel(rest);
  const takeChanges: Dragging['takeChanges'] = useCallback(
    (changes) => {
      if (cancel.isGivenUp()) return;
      if (changes.some((change) => change.type === 'position' && change.dragging === true)) cancel.begin();
      setState((before) => followChanges(before, changes, { scene: latest.current.scene, zoom: getZoom() }));
    },
    [getZoom, cancel],
  );
  const dropAt = (event: PointerPlace, dragged: readonly CanvasNode[]): Drop => {
    const { scene: current, state: drag } = latest.current;
    const { clientX: x, clientY: y } = pointerOf(event);
    const keys = new Set(dragged.map(({ id }) => id));
    return { moved: placesOnCanvas(current, drag.overrides), container: boxAt(current, screenToFlowPosition({ x, y }), keys)?.key };
  };
  const onDrag: Dragging['onDrag'] = (event, dragged) => {
    if (cancel.isGivenUp()) return;
    const drop = dropAt(event, dragged);
    const { target } = latest.current.state;
    if (target && target.container === drop.container) return;
    const judgement = judgeMove(store.getState().design, latest.current.scene, { drop, random: Math.random });
    if (judgement || target) setState((before) => ({ ...before, target: judgement ? { container: drop.container, judgement } : null }));
  };
  const onDragStop: Dragging['onDragStop'] = (event, dragged) => {
    if (cancel.end()) return;
    const drop = dropAt(event, dragged);
    const { scene: current } = latest.current;
    if (drop.moved.size > 0) store.edit((design, random) => dropToEdit(design, current, { drop, random }), { keepSelection: true });
    rest();
  };
  return { state, takeChanges, onDrag, onDragStop, rest };
}
