import type { Padding, Rectangle, Size } from './sizes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a place is looked for: a container's size and inner distances, and the distance to keep from siblings. */
export interface Room {
  readonly inside: Size;
  readonly padding: Padding;
  readonly gap: number;
}

/** Comparing more places with siblings than this would be felt while dropping; then the place below all is taken. */
const MAXIMUM_COMPARISONS = 200_000;

/** Whether two rectangles come nearer to each other than `gap` pixels. */
export function isNear(a: Rectangle, b: Rectangle, gap: number): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

const byValue = (a: number, b: number): number => a - b;
const distinct = (values: readonly number[]): readonly number[] => [...new Set(values)].sort(byValue);

function searchInside(siblings: readonly Rectangle[], size: Size, { inside, padding, gap }: Room): Point | undefined {
  const [left, top] = [Number.isFinite(padding.left) ? padding.left : 0, Number.isFinite(padding.top) ? padding.top : 0];
  const columns = distinct([left, ...siblings.map((box) => box.x), ...siblings.map((box) => box.x + box.width + gap)]);
  const rows = distinct([top, ...siblings.map((box) => box.y), ...siblings.map((box) => box.y + box.height + gap)]);
  if (columns.length * rows.length * siblings.length > MAXIMUM_COMPARISONS) return undefined;
  for (const y of rows) {
    if (y < top || y + size.height > inside.height - padding.bottom) continue;
    for (const x of columns) {
      if (x < left || x + size.width > inside.width - padding.right) continue;
      const box = { x, y, ...size };
      if (!siblings.some((sibling) => isNear(box, sibling, gap))) return { x, y };
    }
  }
  return undefined;
}

/** The first free place in reading order; where none is left, below everything or, where that is flatter, to the right. */
export function findPlaceAmong(siblings: readonly Rectangle[], size: Size, room: Room): Point {
  const free = searchInside(siblings, size, room);
  if (free) return free;
  const left = Number.isFinite(room.padding.left) ? room.padding.left : 0;
  const top = Number.isFinite(room.padding.top) ? room.padding.top : 0;
  const right = siblings.reduce((most, box) => Math.max(most, box.x + box.width + room.gap), left);
  const bottom = siblings.reduce((most, box) => Math.max(most, box.y + box.height + room.gap), top);
  const isWide = right + size.width > bottom + size.height;
  return isWide ? { x: left, y: bottom } : { x: right, y: top };
}
