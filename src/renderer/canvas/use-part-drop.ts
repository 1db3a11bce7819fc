import type { Scene } from '@core/drawing/scene.ts';
import { CARD, isContainerKind, SMALLEST } from '@core/drawing/sizes.ts';
import { addPart } from '@core/editing/add-part.ts';
import { judgeDrop } from '@core/editing/judge-drop.ts';
import type { PartId } from '@core/editing/parts.ts';
import { useReactFlow } from '@xyflow/react';
import { useCallback, useRef, useState, type DragEvent } from 'react';
import { useStore } from '../app/app-context.ts';
import { draggedPart } from '../parts/part-drag.ts';
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

/** A part of the palette over the canvas: what a drop would do is said while it hovers, and done when it is dropped. */
export function usePartDrop(scene: Scene): PartDrop {
  const store = useStore();
  const { screenToFlowPosition } = useReactFlow();
  const [target, setTarget] = useState<DropTarget | null>(null);
  const judged = useRef<{ readonly part: PartId; readonly container: string | undefined }>(undefined);

  /** The node under the pointer when it takes the part itself, else the box there. */
  const containerFor = useCallback(
    (part: PartId, point: CanvasPoint): string | undefined => {
      const node = nodeAt(scene, point);
      const isTaker = node !== undefined && node.shape !== 'box' && judgeDrop(store.getState().design, { part }, node.key).ok;
      return isTaker ? node.key : boxAt(scene, point)?.key;
    },
    [scene, store],
  );

  const onDragOver = (event: DragEvent): void => {
    const part = draggedPart(event.dataTransfer);
    if (part === undefined) return;
    event.preventDefault();
    const container = containerFor(part, screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    if (!judged.current || judged.current.part !== part || judged.current.container !== container) {
      judged.current = { part, container };
      setTarget({ container, judgement: judgeDrop(store.getState().design, { part }, container) });
    }
    event.dataTransfer.dropEffect = 'copy';
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
    const part = draggedPart(event.dataTransfer);
    if (part === undefined) return;
    event.preventDefault();
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const container = containerFor(part, point);
    const origin = (container === undefined ? undefined : scene.byKey.get(container)?.place) ?? { x: 0, y: 0 };
    const { width, height } = sizeOf(part);
    const at = { x: Math.round(point.x - origin.x - width / 2), y: Math.round(point.y - origin.y - height / 2) };
    store.edit((design, random) => addPart(design, { part, container, at, random }));
    clear();
  };
  return { target, handlers: { onDragOver, onDragLeave, onDrop } };
}
