import { draggedPart } from '../parts/part-drag.ts';
import type { Dragged } from '@core/editing/judge-drop.ts';

const TYPE = 'application/x-reachable-resources';

/** While something is dragged a page may not read what it is, only that it is there; so the keys are kept here as well. */
let dragged: readonly string[] = [];

/** Resources are dragged out of a list, by their keys. */
export function startResourceDrag(transfer: DataTransfer, keys: readonly string[]): void {
  dragged = keys;
  transfer.setData(TYPE, keys.join(' '));
  transfer.effectAllowed = 'move';
}

export function endResourceDrag(): void {
  dragged = [];
}

/** What is dragged over the page, if it is of the palette or of the design. */
export function readDragged(transfer: DataTransfer): Dragged | undefined {
  if (transfer.types.includes(TYPE)) return dragged.length === 0 ? undefined : { keys: dragged };
  const part = draggedPart(transfer);
  return part === undefined ? undefined : { part };
}

/** Whether two drags are of the same things. */
export const isSameDrag = (one: Dragged, other: Dragged): boolean =>
  'part' in one ? 'part' in other && one.part === other.part : 'keys' in other && one.keys === other.keys;
