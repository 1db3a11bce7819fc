import { captionRows, captionRowWidth, type CaptionRow } from './measure.ts';
import { gateLabelPlace } from './outer-place.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { Point } from './free-place.ts';
import { BOX_GAP, CAPTION, type Rectangle } from './sizes.ts';

/** Something a line should not cross. `weight` is what a pixel on it costs, in pixels of a way around. */
export interface Obstacle {
  readonly place: Rectangle;
  readonly weight: number;
  readonly key: string;
  /** A line does not avoid its own ends, nor the boxes they stand in; names and captions it always avoids. */
  readonly part: 'node' | 'box' | 'words';
  /** How far from it a way around runs, where that is more than usual: in the middle between two VPCs. */
  readonly air: number;
}

const widen = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** All obstacles of a scene, found by place. */
export interface ObstacleMap {
  readonly cells: ReadonlyMap<string, readonly Obstacle[]>;
}

const WEIGHT = { node: 30, label: 30, caption: 14, box: 2 } as const;
const AIR_AROUND: Readonly<Record<string, number>> = { vpc: BOX_GAP.vpc / 2, region: BOX_GAP.region / 2 };
const CELL = 240;
const CAPTION_ROW = 15;
const CAPTION_AIR = 6;
const WORD_AIR = 5;

const LEFT_WORDS = { room: '' } as const;
const RIGHT_WORDS = { title: '', address: '', word: '' } as const;

/** Where a caption has words: at its left, and at its right the counts. */
function captionPlaces(node: SceneNode): readonly Rectangle[] {
  const { x, y, width } = node.place;
  const rows = captionRows(node.kind, node);
  const height = CAPTION_AIR + rows.length * CAPTION_ROW;
  const widest = (words: Partial<CaptionRow>): number => Math.max(...rows.map((row) => captionRowWidth({ ...row, ...words }))) - CAPTION.left - CAPTION.right;
  const [left, right] = [widest(LEFT_WORDS), widest(RIGHT_WORDS)];
  const atLeft = { x: x + CAPTION.left - WORD_AIR, y, width: left + 2 * WORD_AIR, height };
  return node.room === '' ? [atLeft] : [atLeft, { x: x + width - CAPTION.right - right - WORD_AIR, y, width: right + 2 * WORD_AIR, height }];
}

function* obstaclesOf(node: SceneNode, clearance: number): Generator<Obstacle> {
  const { key, place } = node;
  if (node.shape === 'box') {
    yield { key, place, weight: WEIGHT.box, part: 'box', air: AIR_AROUND[node.kind] ?? 0 };
    for (const words of captionPlaces(node)) yield { key, place: words, weight: WEIGHT.caption, part: 'words', air: 0 };
    return;
  }
  yield { key, place: widen(place, clearance), weight: WEIGHT.node, part: 'node', air: 0 };
  if (node.shape === 'gate') yield { key, place: gateLabelPlace(node), weight: WEIGHT.label, part: 'words', air: 0 };
}

function* cellsOf({ x, y, width, height }: Rectangle): Generator<string> {
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column += 1) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row += 1) yield `${column} ${row}`;
  }
}

/**
 * Finds obstacles by place instead of looking at all of them for every piece of every line. `clearance` is the distance
 * that a way keeps from nodes, in pixels: a path of two legs is wider than a line.
 */
export function mapObstacles(scene: Scene, clearance = 0): ObstacleMap {
  const cells = new Map<string, Obstacle[]>();
  for (const node of scene.nodes) {
    for (const obstacle of obstaclesOf(node, clearance)) {
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
