import type { Scene } from '@core/drawing/scene.ts';
import type { DropJudgement } from '@core/editing/edit-result.ts';
import { useReactFlow, type NodeChange } from '@xyflow/react';
import { useCallback, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react';
import { useStore } from '../app/app-context.ts';
import type { CanvasPoint } from './canvas-port.ts';
import { dropToEdit, judgeMove, type Drop } from './change-to-edit.ts';
import { boxAt } from './hit-test.ts';
import type { CanvasNode } from './project-scene.ts';
import { snapBox, type Guide } from './snap.ts';

/** A node that is dragged or resized, as it is shown until it is dropped; relative to its container. */
export interface Override {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}
export type Overrides = ReadonlyMap<string, Override>;

/** What a drop at the pointer would do. */
export interface DropTarget {
  /** `undefined`: the canvas itself. */
  readonly container: string | undefined;
  readonly judgement: DropJudgement;
}

export interface DragState {
  readonly overrides: Overrides;
  readonly target: DropTarget | null;
  readonly guides: readonly Guide[];
}

const AT_REST: DragState = { overrides: new Map(), target: null, guides: [] };
/** How near an edge has to be to catch a dragged node, in pixels of the screen. */
const SNAP_DISTANCE = 5;

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

const placesOnCanvas = (scene: Scene, overrides: Overrides): ReadonlyMap<string, CanvasPoint> =>
  new Map(
    [...overrides].flatMap(([key, { x, y }]) => {
      const node = scene.byKey.get(key);
      if (!node || x === undefined || y === undefined) return [];
      const around = node.parent === undefined ? undefined : scene.byKey.get(node.parent)?.place;
      return [[key, { x: x + (around?.x ?? 0), y: y + (around?.y ?? 0) }] as const];
    }),
  );

/** Snaps one dragged node to its siblings; several keep their places to each other. */
function snapOverride(scene: Scene, key: string, { x, y, tolerance }: CanvasPoint & { readonly tolerance: number }): CanvasPoint & { readonly guides: readonly Guide[] } {
  const node = scene.byKey.get(key);
  if (!node || node.astride) return { x, y, guides: [] };
  const siblings = scene.nodes.filter((other) => other.parent === node.parent && other.key !== key && !other.astride);
  const snapped = snapBox({ ...node.box, x, y }, siblings.map(({ box }) => box), tolerance);
  const origin = (node.parent === undefined ? undefined : scene.byKey.get(node.parent)?.place) ?? { x: 0, y: 0 };
  const guides = snapped.guides.map((guide) => ({
    ...guide,
    at: guide.at + origin[guide.axis],
    from: guide.from + origin[guide.axis === 'x' ? 'y' : 'x'],
    to: guide.to + origin[guide.axis === 'x' ? 'y' : 'x'],
  }));
  return { x: snapped.x, y: snapped.y, guides };
}

/** What a resize says of a container and of what stands in it; `undefined` when nothing is resized. */
function resizeOverrides(changes: readonly NodeChange<CanvasNode>[]): Overrides | undefined {
  const isResizing = changes.some((change) => change.type === 'dimensions' && change.resizing === true);
  if (!isResizing) return undefined;
  const overrides = new Map<string, Override>();
  for (const change of changes) {
    if (change.type === 'position' && change.position) overrides.set(change.id, { ...overrides.get(change.id), ...change.position });
    if (change.type === 'dimensions' && change.dimensions) overrides.set(change.id, { ...overrides.get(change.id), ...change.dimensions });
  }
  return overrides;
}

/**
 * Dragging nodes: React Flow says where they are, the design decides at the drop. Until then nothing of it changes, so a
 * drag that is refused or given up leaves no trace.
 */
export function useDrag(scene: Scene): Dragging {
  const store = useStore();
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const [state, setState] = useState(AT_REST);
  const latest = useRef({ scene, state });
  latest.current = { scene, state };

  const takeChanges: Dragging['takeChanges'] = useCallback(
    (changes) => {
      const moves = changes.flatMap((change) => (change.type === 'position' && change.dragging && change.position ? [{ id: change.id, ...change.position }] : []));
      if (moves.length === 0) {
        const resized = resizeOverrides(changes);
        if (resized) setState((before) => ({ ...before, overrides: new Map([...before.overrides, ...resized]) }));
        return;
      }
      const [only] = moves;
      const snapped = moves.length === 1 && only ? snapOverride(latest.current.scene, only.id, { ...only, tolerance: SNAP_DISTANCE / getZoom() }) : undefined;
      const overrides = new Map(moves.map(({ id, x, y }) => [id, snapped ? { x: snapped.x, y: snapped.y } : { x, y }]));
      setState((before) => ({ ...before, overrides, guides: snapped?.guides ?? [] }));
    },
    [getZoom],
  );

  const dropAt = useCallback(
    (event: PointerPlace, dragged: readonly CanvasNode[]): Drop => {
      const current = latest.current;
      const pointer = 'clientX' in event ? event : (event.changedTouches[0] ?? { clientX: 0, clientY: 0 });
      const point = screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY });
      const keys = new Set(dragged.map(({ id }) => id));
      return { moved: placesOnCanvas(current.scene, current.state.overrides), container: containerAt(current.scene, point, keys) };
    },
    [screenToFlowPosition],
  );

  const onDrag: Dragging['onDrag'] = useCallback(
    (event, dragged) => {
      const drop = dropAt(event, dragged);
      const { target } = latest.current.state;
      if (target && target.container === drop.container) return;
      const judgement = judgeMove(store.getState().design, latest.current.scene, { drop, random: Math.random });
      setState((before) => ({ ...before, target: judgement ? { container: drop.container, judgement } : null }));
    },
    [dropAt, store],
  );

  const rest = useCallback(() => setState(AT_REST), []);
  const onDragStop: Dragging['onDragStop'] = useCallback(
    (event, dragged) => {
      const drop = dropAt(event, dragged);
      if (drop.moved.size > 0) {
        const { scene: current } = latest.current;
        store.edit((design, random) => dropToEdit(design, current, { drop, random }), { keepSelection: true });
      }
      rest();
    },
    [dropAt, store, rest],
  );

  return { state, takeChanges, onDrag, onDragStop, rest };
}

/** What something dropped at a point goes into: the innermost box, or a card that takes groups and addresses. */
export function containerAt(scene: Scene, point: CanvasPoint, without: ReadonlySet<string>): string | undefined {
  return boxAt(scene, point, without)?.key;
}
