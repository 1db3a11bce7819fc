import type { Scene } from '@core/drawing/scene.ts';
import type { DropJudgement } from '@core/editing/edit-result.ts';
import type { NodeChange } from '@xyflow/react';
import type { CanvasPoint } from './canvas-port.ts';
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

/** Nothing is dragged. */
export const AT_REST: DragState = { overrides: new Map(), target: null, guides: [] };
/** How near an edge has to be to catch a dragged node, in pixels of the screen. */
const SNAP_DISTANCE = 5;

/** Where the nodes that are dragged stand on the canvas. */
export const placesOnCanvas = (scene: Scene, overrides: Overrides): ReadonlyMap<string, CanvasPoint> =>
  new Map(
    [...overrides].flatMap(([key, { x, y }]) => {
      const node = scene.byKey.get(key);
      if (!node || x === undefined || y === undefined) return [];
      const around = node.parent === undefined ? undefined : scene.byKey.get(node.parent)?.place;
      return [[key, { x: x + (around?.x ?? 0), y: y + (around?.y ?? 0) }] as const];
    }),
  );

/** Snaps one dragged node to its siblings; several keep their places to each other. */
function snapOverride(
  scene: Scene,
  key: string,
  { x, y, tolerance }: CanvasPoint & { readonly tolerance: number },
): CanvasPoint & { readonly guides: readonly Guide[] } {
  const node = scene.byKey.get(key);
  if (!node || node.astride) return { x, y, guides: [] };
  const siblings = scene.nodes.filter((other) => other.parent === node.parent && other.key !== key && !other.astride);
  const snapped = snapBox(
    { ...node.box, x, y },
    siblings.map(({ box }) => box),
    tolerance,
  );
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

type Changes = readonly NodeChange<CanvasNode>[];

/** The state of a drag after React Flow's changes; the same one when they are about something else. */
export function followChanges(before: DragState, changes: Changes, { scene, zoom }: { readonly scene: Scene; readonly zoom: number }): DragState {
  const moves = changes.flatMap((change) => (change.type === 'position' && change.dragging && change.position ? [{ id: change.id, ...change.position }] : []));
  const [only] = moves;
  if (!only) {
    const resized = resizeOverrides(changes);
    return resized ? { ...before, overrides: new Map([...before.overrides, ...resized]) } : before;
  }
  if (moves.length > 1) return { ...before, overrides: new Map(moves.map(({ id, x, y }) => [id, { x, y }])), guides: [] };
  const { x, y, guides } = snapOverride(scene, only.id, { ...only, tolerance: SNAP_DISTANCE / zoom });
  return { ...before, overrides: new Map([[only.id, { x, y }]]), guides };
}
