import type { Point } from './free-place.ts';
import type { Polyline } from './line-candidates.ts';
import { obstaclesIn, type Obstacle, type ObstacleMap, type OwnObstacle } from './line-obstacles.ts';
import type { Rectangle } from './sizes.ts';

/** What a corner costs, in pixels of a straight line. */
export const CORNER_COST = 30;

/** How far around the two ends a way is looked for. */
const SEARCH_MARGIN = 160;
/** More crossings than these are not searched: the simple way is taken then. */
const MAXIMUM_CROSSINGS = 40_000;

export interface LineSearch {
  readonly map: ObstacleMap;
  readonly isOwn: OwnObstacle;
  readonly from: Rectangle;
  readonly to: Rectangle;
  /** How far from obstacles ways run. */
  readonly lane: number;
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** For each crossing, by row and column, the cost of the level piece to its right and of the upright piece below it. */
  readonly level: Float64Array;
  readonly upright: Float64Array;
}

const byValue = (a: number, b: number): number => a - b;
const middleOf = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

function areaAround({ from, to }: LineSearch): Rectangle {
  const x = Math.min(from.x, to.x) - SEARCH_MARGIN;
  const y = Math.min(from.y, to.y) - SEARCH_MARGIN;
  const right = Math.max(from.x + from.width, to.x + to.width) + SEARCH_MARGIN;
  const bottom = Math.max(from.y + from.height, to.y + to.height) + SEARCH_MARGIN;
  return { x, y, width: right - x, height: bottom - y };
}

/** Lines along which a way may run: beside every obstacle, and through the middles of the two ends. */
function chooseLines({ from, to, lane }: LineSearch, area: Rectangle, obstacles: readonly Obstacle[]): Pick<Grid, 'xs' | 'ys'> {
  const xs = new Set([middleOf(from).x, middleOf(to).x]);
  const ys = new Set([middleOf(from).y, middleOf(to).y]);
  for (const { place, air } of obstacles) {
    const by = Math.max(lane, air);
    xs.add(place.x - by).add(place.x + place.width + by);
    ys.add(place.y - by).add(place.y + place.height + by);
  }
  const keep = (values: Set<number>, least: number, length: number): readonly number[] =>
    [...values].filter((value) => value >= least && value <= least + length).sort(byValue);
  return { xs: keep(xs, area.x, area.width), ys: keep(ys, area.y, area.height) };
}

interface Span {
  readonly start: number;
  readonly length: number;
}
const spanTo = (start: number, end: number | undefined): Span => ({ start, length: (end ?? start) - start });
const sharedLength = (a: Span, b: Span): number => Math.max(0, Math.min(a.start + a.length, b.start + b.length) - Math.max(a.start, b.start));
const isInside = (value: number, { start, length }: Span): boolean => value > start && value < start + length;

/** What an obstacle adds to the level pieces of one row and to the upright ones below it. */
interface RowCost {
  readonly row: number;
  readonly across: Span;
  readonly level: number;
  readonly upright: number;
}

function addToRow({ xs, level, upright }: Grid, cost: RowCost): void {
  xs.forEach((x, column) => {
    const at = cost.row * xs.length + column;
    level[at] = (level[at] ?? 0) + cost.level * sharedLength(spanTo(x, xs[column + 1]), cost.across);
    if (isInside(x, cost.across)) upright[at] = (upright[at] ?? 0) + cost.upright;
  });
}

/** Adds an obstacle to the pieces that run over it. */
function addObstacle(grid: Grid, { place, weight }: Obstacle): void {
  const across: Span = { start: place.x, length: place.width };
  const down: Span = { start: place.y, length: place.height };
  grid.ys.forEach((y, row) => {
    const level = isInside(y, down) ? weight : 0;
    const upright = sharedLength(spanTo(y, grid.ys[row + 1]), down) * weight;
    if (level > 0 || upright > 0) addToRow(grid, { row, across, level, upright });
  });
}

function makeGrid(search: LineSearch): Grid | undefined {
  const area = areaAround(search);
  const obstacles = obstaclesIn(search.map, area);
  const foreign = obstacles.filter((obstacle) => !search.isOwn(obstacle));
  const lines = chooseLines(
    search,
    area,
    obstacles.filter((obstacle) => obstacle.part !== 'box' || !search.isOwn(obstacle)),
  );
  const { xs, ys } = lines;
  const size = xs.length * ys.length;
  if (size > MAXIMUM_CROSSINGS) return undefined;
  const grid: Grid = { ...lines, level: new Float64Array(size), upright: new Float64Array(size) };
  for (let at = 0; at < size; at += 1) {
    const [column, row] = [at % xs.length, Math.floor(at / xs.length)];
    grid.level[at] = (xs[column + 1] ?? Infinity) - (xs[column] ?? 0);
    grid.upright[at] = (ys[row + 1] ?? Infinity) - (ys[row] ?? 0);
  }
  for (const obstacle of foreign) addObstacle(grid, obstacle);
  return grid;
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
    for (let at = visits.length - 1; at > 0;) {
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
    for (let at = 0; ;) {
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

/** The cost of a step; infinite beyond the border of the grid. */
function costOfStep({ xs, ys, level, upright }: Grid, at: Visit, step: (typeof STEPS)[number]): number {
  const column = at.column + Math.min(step.column, 0);
  const row = at.row + Math.min(step.row, 0);
  if (column < 0 || row < 0 || at.column + step.column >= xs.length || at.row + step.row >= ys.length) return Infinity;
  return (step.row === 0 ? level : upright)[row * xs.length + column] ?? Infinity;
}

function pushNext(grid: Grid, at: Visit, frontier: Frontier): void {
  for (const step of STEPS) {
    const cost = costOfStep(grid, at, step);
    if (cost === Infinity) continue;
    const isLevel = step.row === 0;
    const corner = at.isLevel === undefined || at.isLevel === isLevel ? 0 : CORNER_COST;
    frontier.push({ column: at.column + step.column, row: at.row + step.row, isLevel, cost: at.cost + corner + cost, before: at });
  }
}

/** The corners of a way, from its start. */
function readPoints({ xs, ys }: Grid, last: Visit): Polyline {
  const points: Point[] = [];
  for (let visit: Visit | undefined = last; visit; visit = visit.before) points.push({ x: xs[visit.column] ?? 0, y: ys[visit.row] ?? 0 });
  return points.reverse();
}

/** The cheapest way between the middles of two boxes along the grid, or `undefined` where the area is too crowded to search. */
export function searchLine(search: LineSearch): Polyline | undefined {
  const grid = makeGrid(search);
  if (!grid) return undefined;
  const [start, end] = [middleOf(search.from), middleOf(search.to)];
  const frontier = new Frontier();
  const seen = new Set<number>();
  frontier.push({ column: grid.xs.indexOf(start.x), row: grid.ys.indexOf(start.y), isLevel: undefined, cost: 0, before: undefined });
  const [endColumn, endRow] = [grid.xs.indexOf(end.x), grid.ys.indexOf(end.y)];
  for (let at = frontier.pop(); at; at = frontier.pop()) {
    if (at.column === endColumn && at.row === endRow) return readPoints(grid, at);
    const id = (at.row * grid.xs.length + at.column) * 2 + (at.isLevel ? 1 : 0);
    if (seen.has(id)) continue;
    seen.add(id);
    pushNext(grid, at, frontier);
  }
  return undefined;
}
