import { findPart, type PartId } from '@core/editing/parts.ts';

const TYPE = 'application/x-reachable-part';

/** While something is dragged a page may not read what it is, only that it is there; so the part is kept here as well. */
let dragged: PartId | undefined;

export function startPartDrag(transfer: DataTransfer, part: PartId): void {
  dragged = part;
  transfer.setData(TYPE, part);
  transfer.effectAllowed = 'copy';
}

export function endPartDrag(): void {
  dragged = undefined;
}

/** The part that is dragged over the page, if it is one of the palette. */
export function draggedPart(transfer: DataTransfer): PartId | undefined {
  if (!transfer.types.includes(TYPE)) return undefined;
  return findPart(transfer.getData(TYPE))?.id ?? dragged;
}
