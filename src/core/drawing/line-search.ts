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
  /**
   * Whether ways that come to a crossing no cheaper are given up at once, and those go on first that are nearer to the
   * end, which takes a tenth of the time. The way found costs the same, but of several that do it may be another one.
   */
  readonly isThrifty: boolean;
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

/** The first of the sorted values that is greater than a number: pieces that begin before it may reach it. */
function firstAfter(values: readonly number[], least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) > least) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The pieces between sorted values that a span touches: from the piece it begins in to the last that begins inside it. */
const piecesAt = (values: readonly number[], { start, length }: Span): readonly [first: number, end: number] => [Math.max(0, firstAfter(values, start) - 1), firstAfter(values, start + length)];

function addToRow({ xs, level, upright }: Grid, cost: RowCost): void {
  const [first, end] = piecesAt(xs, cost.across);
  for (let column = first; column < end; column += 1) {
    const x = xs[column] ?? 0;
    const at = cost.row * xs.length + column;
    level[at] = (level[at] ?? 0) + cost.level * sharedLength(spanTo(x, xs[column + 1]), cost.across);
    if (isInside(x, cost.across)) upright[at] = (upright[at] ?? 0) + cost.upright;
  }
}

/** Adds an obstacle to the pieces that run over it. */
function addObstacle(grid: Grid, { place, weight }: Obstacle): void {
  const across: Span = { start: place.x, length: place.width };
  const down: Span = { start: place.y, length: place.height };
  const [first, end] = piecesAt(grid.ys, down);
  for (let row = first; row < end; row += 1) {
    const y = grid.ys[row] ?? 0;
    const level = isInside(y, down) ? weight : 0;
    const upright = sharedLength(spanTo(y, grid.ys[row + 1]), down) * weight;
    if (level > 0 || upright > 0) addToRow(grid, { row, across, level, upright });
  }
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

/** How the last piece of a way ran; no way has begun yet at its start. */
const heading = { none: 0, level: 1, upright: 2 } as const;
type Heading = (typeof heading)[keyof typeof heading];

/** A crossing that a way has come to: how it ran there, at what cost, and by which visit before. */
interface Visit {
  readonly crossing: number;
  readonly heading: Heading;
  readonly cost: number;
  /** What the whole way costs at least that goes on from here: the lower, the sooner it goes on. */
  readonly rank: number;
  readonly before: number;
}

/** Every visit of a search, and which comes next: the one of the lowest rank. Lists of numbers, because a far line makes a hundred thousand. */
class Visits {
  readonly crossings: number[] = [];
  readonly headings: Heading[] = [];
  readonly costs: number[] = [];
  readonly befores: number[] = [];
  readonly #ranks: number[] = [];
  /** A binary heap of indices into the lists. */
  readonly #heap: number[] = [];

  add({ crossing, heading: last, cost, rank, before }: Visit): void {
    const heap = this.#heap;
    const added = this.crossings.push(crossing) - 1;
    this.headings.push(last);
    this.costs.push(cost);
    this.befores.push(before);
    this.#ranks.push(rank);
    let at = heap.push(added) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const index = heap[above] ?? 0;
      if ((this.#ranks[index] ?? 0) <= rank) break;
      heap[at] = index;
      at = above;
    }
    heap[at] = added;
  }

  /** The index of the visit of the lowest rank that was not taken yet. */
  take(): number | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    this.#sink(last);
    return first;
  }

  /** Puts a visit where the first one was, and those of a lower rank below it above it. */
  #sink(visit: number): void {
    const heap = this.#heap;
    const rank = this.#ranks[visit] ?? Infinity;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const least = this.#rankAt(left + 1) < this.#rankAt(left) ? left + 1 : left;
      if (this.#rankAt(least) >= rank) break;
      heap[at] = heap[least] ?? 0;
      at = least;
    }
    heap[at] = visit;
  }

  #rankAt(place: number): number {
    const index = this.#heap[place];
    return index === undefined ? Infinity : (this.#ranks[index] ?? Infinity);
  }
}

/** A crossing come to level and the same come to upright are two: the way on may need a corner. */
const idOf = (crossing: number, run: Heading): number => crossing * 2 + (run === heading.level ? 1 : 0);

/** No way between two crossings is shorter. */
function distanceBetween({ xs, ys }: Grid, a: number, b: number): number {
  const across = (xs[a % xs.length] ?? 0) - (xs[b % xs.length] ?? 0);
  const down = (ys[Math.floor(a / xs.length)] ?? 0) - (ys[Math.floor(b / xs.length)] ?? 0);
  return Math.abs(across) + Math.abs(down);
}

interface Progress {
  readonly visits: Visits;
  readonly end: number;
  /** Which crossings were left, by {@link idOf}. */
  readonly left: Uint8Array;
  /** In a thrifty search, the cost of the cheapest way that has come to each so far. */
  readonly least: Float64Array | undefined;
}

/** Comes to the crossings beside one; in a thrifty search not where a way came to them before that was no dearer. */
function addSteps(grid: Grid, { visits, least, end }: Progress, from: number): void {
  const { xs, ys, level, upright } = grid;
  const width = xs.length;
  const crossing = visits.crossings[from] ?? 0;
  const column = crossing % width;
  const last = visits.headings[from];
  const cost = visits.costs[from] ?? 0;
  const levelCost = cost + (last === heading.upright ? CORNER_COST : 0);
  const uprightCost = cost + (last === heading.level ? CORNER_COST : 0);
  const step = (to: number, piece: number | undefined, run: Heading): void => {
    const total = (run === heading.level ? levelCost : uprightCost) + (piece ?? 0);
    if (least && total >= (least[idOf(to, run)] ?? Infinity)) return;
    if (least) least[idOf(to, run)] = total;
    visits.add({ crossing: to, heading: run, cost: total, rank: total + (least ? distanceBetween(grid, to, end) : 0), before: from });
  };
  if (column + 1 < width) step(crossing + 1, level[crossing], heading.level);
  if (column > 0) step(crossing - 1, level[crossing - 1], heading.level);
  if (crossing + width < width * ys.length) step(crossing + width, upright[crossing], heading.upright);
  if (crossing >= width) step(crossing - width, upright[crossing - width], heading.upright);
}

/** The corners of a way, from its start. */
function readPoints({ xs, ys }: Grid, visits: Visits, last: number): Polyline {
  const points: Point[] = [];
  for (let visit = last; visit >= 0; visit = visits.befores[visit] ?? -1) {
    const crossing = visits.crossings[visit] ?? 0;
    points.push({ x: xs[crossing % xs.length] ?? 0, y: ys[Math.floor(crossing / xs.length)] ?? 0 });
  }
  return points.reverse();
}

const crossingAt = ({ xs, ys }: Grid, { x, y }: Point): number => ys.indexOf(y) * xs.length + xs.indexOf(x);

/** The cheapest way between the middles of two boxes along the grid, or `undefined` where the area is too crowded to search. */
export function searchLine(search: LineSearch): Polyline | undefined {
  const grid = makeGrid(search);
  if (!grid) return undefined;
  const end = crossingAt(grid, middleOf(search.to));
  const visits = new Visits();
  const size = grid.level.length * 2;
  const progress: Progress = { visits, end, left: new Uint8Array(size), least: search.isThrifty ? new Float64Array(size).fill(Infinity) : undefined };
  visits.add({ crossing: crossingAt(grid, middleOf(search.from)), heading: heading.none, cost: 0, rank: 0, before: -1 });
  for (let visit = visits.take(); visit !== undefined; visit = visits.take()) {
    const crossing = visits.crossings[visit] ?? 0;
    if (crossing === end) return readPoints(grid, visits, visit);
    const id = idOf(crossing, visits.headings[visit] ?? heading.none);
    if (progress.left[id] === 1) continue;
    progress.left[id] = 1;
    addSteps(grid, progress, visit);
  }
  return undefined;
}
