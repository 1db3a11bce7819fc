import { findContainers } from '@core/drawing/containers.ts';
import { isContainerKind } from '@core/drawing/sizes.ts';
import { drop, type Dragged } from '@core/editing/judge-drop.ts';
import type { Design } from '@core/model/design.ts';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useStore } from '../app/app-context.ts';
import type { DropTarget } from '../canvas/drag-state.ts';
import { findTaker, type Pointed } from '../canvas/find-taker.ts';
import { parentOf } from './outline-keys.ts';
import type { OutlineRow } from './outline-rows.ts';
import { isSameDrag, readDragged } from './resource-drag.ts';
import { ROW_HEIGHT } from './use-row-window.ts';

/** How long a drag rests on a folded line until that opens, in milliseconds. */
const OPENS_AFTER = 600;
/** How near the upper or lower edge a drag scrolls the list, and how far at once, in pixels. */
const EDGE = 24;
const SCROLL_STEP = 11;

/** What a drop would do, and where it is said: pixels of the window. */
export interface RowTarget extends DropTarget {
  readonly at: { readonly left: number; readonly top: number };
}

export interface OutlineDrop {
  readonly target: RowTarget | null;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
    readonly onDragLeave: (event: DragEvent<HTMLElement>) => void;
    readonly onDrop: (event: DragEvent<HTMLElement>) => void;
  };
}

export interface OutlineDropSource {
  readonly rows: readonly OutlineRow[];
  readonly onUnfold: (key: string) => void;
}

const rowAt = ({ currentTarget, clientY }: DragEvent<HTMLElement>): number =>
  Math.floor((clientY - currentTarget.getBoundingClientRect().top + currentTarget.scrollTop) / ROW_HEIGHT);

/** What a line stands for, and the container it is listed in; below the last line the canvas itself is meant. */
export function pointedRow(design: Design, rows: readonly OutlineRow[], index: number): Pointed {
  const own = rows[index]?.key;
  if (own === undefined) return { own: undefined, around: undefined };
  const isBox = isContainerKind(findContainers(design).nodes.get(own)?.kind ?? '');
  return { own, around: isBox ? own : parentOf(rows, index)?.key };
}

const isOnItself = (dragged: Dragged, { own }: Pointed): boolean => 'keys' in dragged && own !== undefined && dragged.keys.includes(own);

/** A drag near an edge brings the lines behind it into view. */
function scrollAtEdge({ currentTarget, clientY }: DragEvent<HTMLElement>): void {
  const { top, bottom } = currentTarget.getBoundingClientRect();
  if (clientY < top + EDGE) currentTarget.scrollTop -= SCROLL_STEP;
  else if (clientY > bottom - EDGE) currentTarget.scrollTop += SCROLL_STEP;
}

/** Opens a folded line when a drag rests on it. */
function useOpening(onUnfold: (key: string) => void): (row: OutlineRow | undefined) => void {
  const waiting = useRef<{ readonly key: string; readonly timer: number }>(undefined);
  const rest = (row: OutlineRow | undefined): void => {
    const key = row?.hasChildren === true && !row.isOpen ? row.key : undefined;
    if (waiting.current?.key === key) return;
    window.clearTimeout(waiting.current?.timer);
    waiting.current = key === undefined ? undefined : { key, timer: window.setTimeout(() => onUnfold(key), OPENS_AFTER) };
  };
  useEffect(() => () => window.clearTimeout(waiting.current?.timer), []);
  return rest;
}

/** Lines of the outline, or a part of the palette, dragged over the outline: the same judge as on the canvas. */
export function useOutlineDrop({ rows, onUnfold }: OutlineDropSource): OutlineDrop {
  const store = useStore();
  const [target, setTarget] = useState<RowTarget | null>(null);
  const judged = useRef<{ readonly dragged: Dragged; readonly index: number; readonly rows: readonly OutlineRow[] }>(undefined);
  const restOn = useOpening(onUnfold);
  const clear = (): void => {
    judged.current = undefined;
    restOn(undefined);
    setTarget(null);
  };
  const judge = (event: DragEvent<HTMLElement>, dragged: Dragged, index: number): RowTarget | null => {
    const { design } = store.getState();
    const pointed = pointedRow(design, rows, index);
    if (isOnItself(dragged, pointed)) return null;
    const { right, top } = event.currentTarget.getBoundingClientRect();
    const row = Math.min(index, rows.length);
    return { ...findTaker(design, dragged, pointed), at: { left: right, top: top + row * ROW_HEIGHT - event.currentTarget.scrollTop } };
  };
  const onDragOver = (event: DragEvent<HTMLElement>): void => {
    const dragged = readDragged(event.dataTransfer);
    if (dragged === undefined) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'part' in dragged ? 'copy' : 'move';
    scrollAtEdge(event);
    const index = rowAt(event);
    const { current: before } = judged;
    if (before && before.index === index && before.rows === rows && isSameDrag(before.dragged, dragged)) return;
    judged.current = { dragged, index, rows };
    restOn(rows[index]);
    setTarget(judge(event, dragged, index));
  };
  const onDragLeave = (event: DragEvent<HTMLElement>): void => {
    const isInside = event.relatedTarget instanceof Element && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) clear();
  };
  const onDrop = (event: DragEvent<HTMLElement>): void => {
    const dragged = readDragged(event.dataTransfer);
    if (dragged === undefined) return;
    event.preventDefault();
    const pointed = pointedRow(store.getState().design, rows, rowAt(event));
    clear();
    if (isOnItself(dragged, pointed)) return;
    const { container } = findTaker(store.getState().design, dragged, pointed);
    store.edit((design, random) => drop(design, { dragged, container, random }));
  };
  return { target, handlers: { onDragOver, onDragLeave, onDrop } };
}
