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

/** Where the contents of a container begin; those of the canvas at its origin. */
const startOf = ({ padding }: Room): Point => ({
  x: Number.isFinite(padding.left) ? padding.left : 0,
  y: Number.isFinite(padding.top) ? padding.top : 0,
});

/** Beside and below the start and each sibling, as far as the container reaches. */
function placesToTry(siblings: readonly Rectangle[], size: Size, room: Room): { readonly xs: readonly number[]; readonly ys: readonly number[] } {
  const { inside, padding, gap } = room;
  const start = startOf(room);
  const xs = distinct([start.x, ...siblings.flatMap((box) => [box.x, box.x + box.width + gap])]);
  const ys = distinct([start.y, ...siblings.flatMap((box) => [box.y, box.y + box.height + gap])]);
  return {
    xs: xs.filter((x) => x >= start.x && x + size.width <= inside.width - padding.right),
    ys: ys.filter((y) => y >= start.y && y + size.height <= inside.height - padding.bottom),
  };
}

function searchInside(siblings: readonly Rectangle[], size: Size, room: Room): Point | undefined {
  const { xs, ys } = placesToTry(siblings, size, room);
  if (xs.length * ys.length * siblings.length > MAXIMUM_COMPARISONS) return undefined;
  for (const y of ys) {
    const x = xs.find((left) => !siblings.some((sibling) => isNear({ x: left, y, ...size }, sibling, room.gap)));
    if (x !== undefined) return { x, y };
  }
  return undefined;
}

/** The first free place in reading order; where none is left, below everything or, where that is flatter, to the right. */
export function findPlaceAmong(siblings: readonly Rectangle[], size: Size, room: Room): Point {
  const free = searchInside(siblings, size, room);
  if (free) return free;
  const start = startOf(room);
  const right = siblings.reduce((most, box) => Math.max(most, box.x + box.width + room.gap), start.x);
  const bottom = siblings.reduce((most, box) => Math.max(most, box.y + box.height + room.gap), start.y);
  const isWide = right + size.width > bottom + size.height;
  return isWide ? { x: start.x, y: bottom } : { x: right, y: start.y };
}
