import { captionRows, captionRowWidth } from './measure.ts';
import { gateLabelPlace } from './outer-place.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { Point } from './free-place.ts';
import type { Rectangle } from './sizes.ts';

/** Something a line should not cross. `weight` is what a pixel on it costs, in pixels of a way around. */
export interface Obstacle {
  readonly place: Rectangle;
  readonly weight: number;
  /** The node it belongs to; a line does not avoid its own ends, nor the boxes they stand in. */
  readonly key: string;
  readonly isBox: boolean;
}

/** All obstacles of a scene, found by place. */
export interface ObstacleMap {
  readonly cells: ReadonlyMap<string, readonly Obstacle[]>;
}

const WEIGHT = { node: 30, label: 30, caption: 14, box: 2 } as const;
const CELL = 240;
const CAPTION_ROW = 15;
const CAPTION_AIR = 6;

function captionPlace(node: SceneNode): Rectangle {
  const rows = captionRows(node.kind, node);
  const left = rows.map((row) => captionRowWidth({ ...row, room: '' }));
  const height = CAPTION_AIR + rows.length * CAPTION_ROW;
  return { x: node.place.x, y: node.place.y, width: Math.min(node.place.width, Math.max(...left)), height };
}

function* obstaclesOf(node: SceneNode): Generator<Obstacle> {
  const { key, place } = node;
  if (node.shape === 'box') {
    yield { key, place, weight: WEIGHT.box, isBox: true };
    yield { key, place: captionPlace(node), weight: WEIGHT.caption, isBox: false };
    return;
  }
  yield { key, place, weight: WEIGHT.node, isBox: false };
  if (node.shape === 'gate') yield { key, place: gateLabelPlace(node), weight: WEIGHT.label, isBox: false };
}

function* cellsOf({ x, y, width, height }: Rectangle): Generator<string> {
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column += 1) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row += 1) yield `${column} ${row}`;
  }
}

/** Finds obstacles by place instead of looking at all of them for every piece of every line. */
export function mapObstacles(scene: Scene): ObstacleMap {
  const cells = new Map<string, Obstacle[]>();
  for (const node of scene.nodes) {
    for (const obstacle of obstaclesOf(node)) {
      for (const cell of cellsOf(obstacle.place)) {
        const others = cells.get(cell);
        if (others) others.push(obstacle);
        else cells.set(cell, [obstacle]);
      }
    }
  }
  return { cells };
}

/** Every obstacle that touches a rectangle, once. */
export function obstaclesIn({ cells }: ObstacleMap, place: Rectangle): readonly Obstacle[] {
  const found = new Set<Obstacle>();
  for (const cell of cellsOf(place)) {
    for (const obstacle of cells.get(cell) ?? []) if (lengthInside(place, obstacle.place) > 0) found.add(obstacle);
  }
  return [...found];
}

/** A line piece as a rectangle without width or height. */
export const pieceBetween = (a: Point, b: Point): Rectangle => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** How many pixels of a level or upright piece lie inside a rectangle; its border is outside. */
export function lengthInside(piece: Rectangle, place: Rectangle): number {
  const right = Math.min(piece.x + piece.width, place.x + place.width);
  const bottom = Math.min(piece.y + piece.height, place.y + place.height);
  const left = Math.max(piece.x, place.x);
  const top = Math.max(piece.y, place.y);
  const isInside = piece.x < place.x + place.width && place.x < piece.x + piece.width;
  const isBeside = piece.y < place.y + place.height && place.y < piece.y + piece.height;
  const isThrough = piece.width === 0 ? piece.x > place.x && piece.x < place.x + place.width : isInside;
  const isAcross = piece.height === 0 ? piece.y > place.y && piece.y < place.y + place.height : isBeside;
  return isThrough && isAcross ? Math.max(right - left, bottom - top) : 0;
}

/** What one line may cross for nothing: its ends and the boxes around them. */
export type OwnObstacle = (obstacle: Obstacle) => boolean;

/** The cost of a piece: its length and what it crosses. */
export function costOfPiece(map: ObstacleMap, piece: Rectangle, isOwn: OwnObstacle): number {
  let cost = piece.width + piece.height;
  for (const obstacle of obstaclesIn(map, piece)) {
    if (!isOwn(obstacle)) cost += lengthInside(piece, obstacle.place) * obstacle.weight;
  }
  return cost;
}
