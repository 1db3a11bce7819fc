import type { Point } from './free-place.ts';
import type { Polyline } from './line-candidates.ts';
import type { Rectangle } from './sizes.ts';

/** Distance between the middles of request and reply where they run side by side, halved. */
export const LEG_OFFSET = 11;
const LEAST_OFFSET = 2;
const CORNER_AIR = 2;

interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
}

/** The straight pieces of a line, in order. */
export function piecesOf(points: Polyline): readonly Piece[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { from, to, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y) };
  });
}

export const lengthOfLine = (points: Polyline): number => piecesOf(points).reduce((sum, { length }) => sum + length, 0);

/** How far a line may be moved aside so that none of its pieces turns around. */
export function offsetFor(points: Polyline): number {
  const pieces = piecesOf(points);
  let offset = LEG_OFFSET;
  pieces.forEach(({ length }, index) => {
    const isEnd = index === 0 || index === pieces.length - 1;
    if (pieces.length > 1) offset = Math.min(offset, isEnd ? length - CORNER_AIR : (length - CORNER_AIR) / 2);
  });
  return Math.max(LEAST_OFFSET, offset);
}

/** The same line moved to its left by some pixels, as seen by who goes along it: two directions then never coincide. */
export function offsetLine(points: Polyline, by: number): Polyline {
  const aside = piecesOf(points).map(({ from, to }) => ({
    x: Math.sign(to.y - from.y) * by,
    y: -Math.sign(to.x - from.x) * by,
  }));
  return points.map((point, index) => {
    const [before, after] = [aside[index - 1], aside[index]];
    return { x: point.x + (before?.x ?? 0) + (after?.x ?? 0), y: point.y + (before?.y ?? 0) + (after?.y ?? 0) };
  });
}

/** The point after some pixels of a line; its ends lie before 0 and behind its length. */
export function pointAlong(points: Polyline, distance: number): Point {
  let left = Math.max(0, distance);
  for (const { from, to, length } of piecesOf(points)) {
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** A line in two: up to a distance and from there on. */
export function splitLine(points: Polyline, distance: number): readonly [Polyline, Polyline] {
  const middle = pointAlong(points, distance);
  const head: Point[] = [];
  let left = distance;
  let index = 0;
  for (const { from, length } of piecesOf(points)) {
    if (left <= length) break;
    head.push(from);
    left -= length;
    index += 1;
  }
  const before = points[index];
  if (before && head.length === index) head.push(before);
  return [
    [...head, middle],
    [middle, ...points.slice(index + 1)],
  ];
}

const isInside = ({ x, y }: Point, box: Rectangle): boolean => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** Where a level or upright piece meets the border of a box, as the distance from its start; `undefined` when it does not. */
function crossPiece({ from, to, length }: Piece, box: Rectangle): number | undefined {
  const isLeaving = isInside(from, box);
  if (isLeaving === isInside(to, box)) return undefined;
  const borders = from.y === to.y ? [box.x, box.x + box.width] : [box.y, box.y + box.height];
  const [start, end] = from.y === to.y ? [from.x, to.x] : [from.y, to.y];
  const distances = borders.filter((border) => (border - start) * (border - end) <= 0).map((border) => Math.abs(border - start));
  if (distances.length === 0) return isLeaving ? length : 0;
  return isLeaving ? Math.max(...distances) : Math.min(...distances);
}

/** How far along a line it first leaves or enters a box. */
export function distanceToBorder(points: Polyline, box: Rectangle): number | undefined {
  let before = 0;
  for (const piece of piecesOf(points)) {
    const crossing = crossPiece(piece, box);
    if (crossing !== undefined) return before + crossing;
    before += piece.length;
  }
  return undefined;
}

/** The longest level piece of a line, for the text beside it. */
export function longestLevelPiece(points: Polyline): Piece | undefined {
  const level = piecesOf(points).filter(({ from, to }) => from.y === to.y);
  return level.reduce<Piece | undefined>((longest, piece) => (longest && longest.length >= piece.length ? longest : piece), undefined);
}
