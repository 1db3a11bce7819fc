import type { Scene } from '@core/drawing/scene.ts';
import { CARD, isContainerKind, SMALLEST } from '@core/drawing/sizes.ts';
import { drop, type Dragged } from '@core/editing/judge-drop.ts';
import type { PartId } from '@core/editing/parts.ts';
import { useReactFlow } from '@xyflow/react';
import { useRef, useState, type DragEvent } from 'react';
import { useStore } from '../app/app-context.ts';
import { isSameDrag, readDragged } from '../outline/resource-drag.ts';
import { findTaker, type Pointed } from './find-taker.ts';
import { boxAt, nodeAt } from './hit-test.ts';
import type { CanvasPoint } from './canvas-port.ts';
import type { DropTarget } from './drag-state.ts';

export interface PartDrop {
  readonly target: DropTarget | null;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

function sizeOf(part: PartId): { readonly width: number; readonly height: number } {
  const kind = part === 'availability-zone' ? 'zone' : part;
  return isContainerKind(kind) ? SMALLEST[kind] : CARD;
}

/** What stands where the pointer is. */
function pointedAt(scene: Scene, point: CanvasPoint): Pointed {
  const node = nodeAt(scene, point);
  return { own: node?.key, around: boxAt(scene, point)?.key };
}

/** The middle of a part is where the pointer lets it go; resources of the design get a free place. */
function placeAt(scene: Scene, dragged: Dragged, { container, point }: { readonly container: string | undefined; readonly point: CanvasPoint }): CanvasPoint | undefined {
  if (!('part' in dragged)) return undefined;
  const origin = (container === undefined ? undefined : scene.byKey.get(container)?.place) ?? { x: 0, y: 0 };
  const { width, height } = sizeOf(dragged.part);
  return { x: Math.round(point.x - origin.x - width / 2), y: Math.round(point.y - origin.y - height / 2) };
}

/**
 * A part of the palette, or lines of the outline, over the canvas: what a drop would do is said while they hover, and done
 * when they are dropped.
 */
export function usePartDrop(scene: Scene): PartDrop {
  const store = useStore();
  const { screenToFlowPosition } = useReactFlow();
  const [target, setTarget] = useState<DropTarget | null>(null);
  const judged = useRef<Pointed & { readonly dragged: Dragged }>(undefined);
  const pointOf = ({ clientX: x, clientY: y }: DragEvent): CanvasPoint => screenToFlowPosition({ x, y });

  const onDragOver = (event: DragEvent): void => {
    const dragged = readDragged(event.dataTransfer);
    if (dragged === undefined) return;
    event.preventDefault();
    const pointed = pointedAt(scene, pointOf(event));
    const { current: before } = judged;
    if (!before || !isSameDrag(before.dragged, dragged) || before.own !== pointed.own || before.around !== pointed.around) {
      judged.current = { ...pointed, dragged };
      setTarget(findTaker(store.getState().design, dragged, pointed));
    }
    event.dataTransfer.dropEffect = 'part' in dragged ? 'copy' : 'move';
  };
  const clear = (): void => {
    judged.current = undefined;
    setTarget(null);
  };
  const onDragLeave = (event: DragEvent): void => {
    const isInside = event.relatedTarget instanceof Element && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) clear();
  };
  const onDrop = (event: DragEvent): void => {
    const dragged = readDragged(event.dataTransfer);
    if (dragged === undefined) return;
    event.preventDefault();
    const point = pointOf(event);
    const { container } = findTaker(store.getState().design, dragged, pointedAt(scene, point));
    const at = placeAt(scene, dragged, { container, point });
    store.edit((design, random) => drop(design, { dragged, container, at, random }));
    clear();
  };
  return { target, handlers: { onDragOver, onDragLeave, onDrop } };
}
