import type { Point } from './free-place.ts';
import { LINE_LANE, type Polyline } from './line-candidates.ts';
import { costOfPiece, obstaclesIn, pieceBetween, type ObstacleMap, type OwnObstacle } from './line-obstacles.ts';
import type { Rectangle } from './sizes.ts';

/** What a corner costs, in pixels of a straight line. */
export const CORNER_COST = 30;

/** How far around the two ends a way is looked for. */
const SEARCH_MARGIN = 160;
/** More crossings than these are not searched: the simple way is taken then. */
const MAXIMUM_CROSSINGS = 9000;

export interface LineSearch {
  readonly map: ObstacleMap;
  readonly isOwn: OwnObstacle;
  readonly from: Rectangle;
  readonly to: Rectangle;
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

const byValue = (a: number, b: number): number => a - b;
const middles = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Lines along which a way may run: beside every obstacle, and through the middles of the two ends. */
function makeGrid({ map, isOwn, from, to }: LineSearch): Grid {
  const left = Math.min(from.x, to.x) - SEARCH_MARGIN;
  const top = Math.min(from.y, to.y) - SEARCH_MARGIN;
  const right = Math.max(from.x + from.width, to.x + to.width) + SEARCH_MARGIN;
  const bottom = Math.max(from.y + from.height, to.y + to.height) + SEARCH_MARGIN;
  const xs = new Set([middles(from).x, middles(to).x]);
  const ys = new Set([middles(from).y, middles(to).y]);
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  for (const obstacle of obstaclesIn(map, area)) {
    if (isOwn(obstacle) && obstacle.isBox) continue;
    const { x, y, width, height } = obstacle.place;
    xs.add(x - LINE_LANE).add(x + width + LINE_LANE);
    ys.add(y - LINE_LANE).add(y + height + LINE_LANE);
  }
  const keep = (values: Set<number>, least: number, most: number): readonly number[] =>
    [...values].filter((value) => value >= least && value <= most).sort(byValue);
  return { xs: keep(xs, left, right), ys: keep(ys, top, bottom) };
}

interface Visit {
  readonly column: number;
  readonly row: number;
  /** Whether the last piece was level; `undefined` at the start. */
  readonly isLevel: boolean | undefined;
  readonly cost: number;
  readonly before: Visit | undefined;
}

/** A binary heap: the cheapest visit first. */
class Frontier {
  readonly #visits: Visit[] = [];

  push(visit: Visit): void {
    const visits = this.#visits;
    visits.push(visit);
    for (let at = visits.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if (this.#costAt(above) <= this.#costAt(at)) return;
      this.#swap(above, at);
      at = above;
    }
  }

  pop(): Visit | undefined {
    const visits = this.#visits;
    const first = visits[0];
    const last = visits.pop();
    if (first === undefined || last === undefined || visits.length === 0) return first;
    visits[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const least = this.#costAt(left + 1) < this.#costAt(left) ? left + 1 : left;
      if (this.#costAt(least) >= this.#costAt(at)) return first;
      this.#swap(least, at);
      at = least;
    }
  }

  #costAt(index: number): number {
    return this.#visits[index]?.cost ?? Infinity;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#visits[a], this.#visits[b]];
    if (!first || !second) return;
    this.#visits[a] = second;
    this.#visits[b] = first;
  }
}

const STEPS = [
  { column: 1, row: 0 },
  { column: -1, row: 0 },
  { column: 0, row: 1 },
  { column: 0, row: -1 },
] as const;

function pointAt({ xs, ys }: Grid, visit: { readonly column: number; readonly row: number }): Point | undefined {
  const [x, y] = [xs[visit.column], ys[visit.row]];
  return x === undefined || y === undefined ? undefined : { x, y };
}

function* nextVisits(search: LineSearch, grid: Grid, at: Visit): Generator<Visit> {
  const here = pointAt(grid, at);
  if (!here) return;
  for (const step of STEPS) {
    const next = { column: at.column + step.column, row: at.row + step.row };
    const there = pointAt(grid, next);
    if (!there) continue;
    const isLevel = step.row === 0;
    const corner = at.isLevel === undefined || at.isLevel === isLevel ? 0 : CORNER_COST;
    const cost = at.cost + corner + costOfPiece(search.map, pieceBetween(here, there), search.isOwn);
    yield { ...next, isLevel, cost, before: at };
  }
}

/** The corners of a way, from its start. */
function readPoints(grid: Grid, last: Visit): Polyline {
  const points: Point[] = [];
  for (let visit: Visit | undefined = last; visit; visit = visit.before) {
    const point = pointAt(grid, visit);
    if (point) points.push(point);
  }
  return points.reverse();
}

/** The cheapest way between the middles of two boxes along the grid, or `undefined` where the area is too crowded to search. */
export function searchLine(search: LineSearch): Polyline | undefined {
  const grid = makeGrid(search);
  if (grid.xs.length * grid.ys.length > MAXIMUM_CROSSINGS) return undefined;
  const [start, end] = [middles(search.from), middles(search.to)];
  const frontier = new Frontier();
  const seen = new Set<number>();
  frontier.push({ column: grid.xs.indexOf(start.x), row: grid.ys.indexOf(start.y), isLevel: undefined, cost: 0, before: undefined });
  const [endColumn, endRow] = [grid.xs.indexOf(end.x), grid.ys.indexOf(end.y)];
  for (let at = frontier.pop(); at; at = frontier.pop()) {
    if (at.column === endColumn && at.row === endRow) return readPoints(grid, at);
    const id = (at.row * grid.xs.length + at.column) * 2 + (at.isLevel ? 1 : 0);
    if (seen.has(id)) continue;
    seen.add(id);
    for (const next of nextVisits(search, grid, at)) frontier.push(next);
  }
  return undefined;
}
