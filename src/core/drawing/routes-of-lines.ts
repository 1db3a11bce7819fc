import type { Point } from './free-place.ts';
import { LINE_LANE, lineCandidates, SUBNET_LANE, type Polyline } from './line-candidates.ts';
import { costOfPiece, mapObstacles, pieceBetween, type Obstacle, type ObstacleMap, type OwnObstacle } from './line-obstacles.ts';
import { CORNER_COST, searchLine } from './line-search.ts';
import type { Scene, SceneLine, SceneNode } from './scene.ts';
import type { Rectangle } from './sizes.ts';

/** Where a line runs on the canvas: level and upright pieces from the edge of one node to the edge of the other. */
export interface LineRoute {
  readonly line: SceneLine;
  readonly points: Polyline;
}

/** The drawn cloud is narrower than its box. */
const CLOUD_INSET = 8;
/** A simple way that costs this much more than its own length crosses something: then a way around is searched. */
const CROSSING_COST = 60;

/** In a scene with more lines than these, searching has to be quick. */
const MOST_UNHURRIED = 60;

/** How a way is looked for: the distance it keeps from nodes, and how far from obstacles it may run. */
export interface Way {
  readonly clearance: number;
  readonly lane: number;
}
export const lineWay: Way = { clearance: 0, lane: LINE_LANE };
/** A path has room for request and reply beside each other: between subnets, not along the cards inside. */
const PATH_CLEARANCE = 12;
export const pathWay: Way = { clearance: PATH_CLEARANCE, lane: SUBNET_LANE - PATH_CLEARANCE };

const mapsOf = new WeakMap<Scene, Map<number, ObstacleMap>>();
/** The obstacles of a scene for ways of a kind; made once for the same scene. */
export function obstaclesOf(scene: Scene, { clearance }: Way = lineWay): ObstacleMap {
  const maps = mapsOf.get(scene) ?? new Map<number, ObstacleMap>();
  mapsOf.set(scene, maps);
  const map = maps.get(clearance) ?? mapObstacles(scene, clearance);
  maps.set(clearance, map);
  return map;
}

/** Where lines end at a node. */
export function anchorOf({ shape, place }: Pick<SceneNode, 'shape' | 'place'>): Rectangle {
  return shape === 'cloud' ? { ...place, x: place.x + CLOUD_INSET, width: place.width - 2 * CLOUD_INSET } : place;
}

function boxesAround(scene: Scene, key: string, found: Set<string>): void {
  for (let at: string | undefined = key; at !== undefined; at = scene.byKey.get(at)?.parent) found.add(at);
}

/** A line may leave and enter its ends, and cross the boxes these stand in but not their captions. */
function ownObstacles(scene: Scene, ends: readonly string[]): OwnObstacle {
  const around = new Set<string>();
  for (const end of ends) boxesAround(scene, end, around);
  const own = new Set(ends);
  return ({ key, part }: Obstacle) => (part === 'box' ? around.has(key) : part === 'node' && own.has(key));
}

function costOfLine(map: ObstacleMap, points: Polyline, isOwn: OwnObstacle): number {
  let cost = Math.max(0, points.length - 2) * CORNER_COST;
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (next) cost += costOfPiece(map, pieceBetween(point, next), isOwn);
  });
  return cost;
}

const lengthOf = (points: Polyline): number =>
  points.reduce((sum, point, index) => {
    const next = points[index + 1];
    return next ? sum + Math.abs(next.x - point.x) + Math.abs(next.y - point.y) : sum;
  }, 0);

const isSamePoint = (a: Point | undefined, b: Point): boolean => a?.x === b.x && a.y === b.y;
const isOneLine = (a: Point | undefined, b: Point | undefined, c: Point): boolean =>
  a !== undefined && b !== undefined && ((a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y));

/** Drops points in the middle of a straight piece and pieces without length. */
export function simplify(points: Polyline): Polyline {
  const kept: Point[] = [];
  for (const point of points) {
    if (isSamePoint(kept.at(-1), point)) continue;
    if (isOneLine(kept.at(-2), kept.at(-1), point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

const isWithin = ({ x, y }: Point, box: Rectangle): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** Cuts a way that starts in the middle of a box where it leaves the box. */
function leaveBox(points: Polyline, box: Rectangle): Polyline {
  let first = 0;
  while (first + 1 < points.length - 1 && isWithin(points[first + 1] ?? { x: NaN, y: NaN }, box)) first += 1;
  const [inside, outside] = [points[first], points[first + 1]];
  if (!inside || !outside || !isWithin(inside, box)) return points;
  const clamp = (value: number, least: number, size: number): number => Math.min(Math.max(value, least), least + size);
  return [{ x: clamp(outside.x, box.x, box.width), y: clamp(outside.y, box.y, box.height) }, ...points.slice(first + 1)];
}

const reversed = (points: Polyline): Polyline => [...points].reverse();

/**
 * A way between two nodes of a scene with level and upright pieces: the shortest that crosses no node, no name and no box
 * the two do not stand in, where there is one. Canvas pixels; `undefined` when one of the nodes is not in the scene.
 */
export function routeBetween(scene: Scene, [fromKey, toKey]: readonly [string, string], way: Way = lineWay): Polyline | undefined {
  const [fromNode, toNode] = [scene.byKey.get(fromKey), scene.byKey.get(toKey)];
  if (!fromNode || !toNode) return undefined;
  const map = obstaclesOf(scene, way);
  const isOwn = ownObstacles(scene, [fromKey, toKey]);
  const [from, to] = [anchorOf(fromNode), anchorOf(toNode)];
  let best: Polyline = [];
  let bestCost = Infinity;
  for (const candidate of lineCandidates(from, to)) {
    const cost = costOfLine(map, candidate, isOwn);
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  const corners = Math.max(0, best.length - 2) * CORNER_COST;
  if (bestCost - lengthOf(best) - corners < CROSSING_COST) return simplify(best);
  const around = searchLine({ map, isOwn, from, to, lane: way.lane, isThrifty: scene.lines.length > MOST_UNHURRIED });
  if (!around) return simplify(best);
  const trimmed = reversed(leaveBox(reversed(leaveBox(simplify(around), from)), to));
  return simplify(costOfLine(map, trimmed, isOwn) < bestCost ? trimmed : best);
}

const routesOf = new WeakMap<Scene, readonly LineRoute[]>();

/** Where every line of a scene runs; made once for the same scene. */
export function routeLines(scene: Scene): readonly LineRoute[] {
  const before = routesOf.get(scene);
  if (before) return before;
  const routes = scene.lines.flatMap((line) => {
    const points = routeBetween(scene, [line.from, line.to]);
    return points && points.length > 1 ? [{ line, points }] : [];
  });
  routesOf.set(scene, routes);
  return routes;
}

/** A number for a drawing: two decimals, no noise of binary fractions. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

/** An SVG path through the points with round corners of this radius, in pixels. */
export function roundedPath(points: Polyline, radius = 4): string {
  const [first] = points;
  if (!first) return '';
  let path = `M${short(first.x)} ${short(first.y)}`;
  points.forEach((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return;
    if (!after) path += `L${short(point.x)} ${short(point.y)}`;
    else path += roundCorner([before, point, after], radius);
  });
  return path;
}

function roundCorner([before, point, after]: readonly [Point, Point, Point], radius: number): string {
  const reach = (to: Point): number => Math.min(radius, (Math.abs(to.x - point.x) + Math.abs(to.y - point.y)) / 2);
  const towards = (to: Point, by: number): Point => ({ x: point.x + Math.sign(to.x - point.x) * by, y: point.y + Math.sign(to.y - point.y) * by });
  const start = towards(before, reach(before));
  const end = towards(after, reach(after));
  return `L${short(start.x)} ${short(start.y)}Q${short(point.x)} ${short(point.y)} ${short(end.x)} ${short(end.y)}`;
}
