import type { Rectangle } from '@core/drawing/sizes.ts';
import type { CanvasPoint } from '../canvas-port.ts';

/** How far a line that goes round two stacked nodes stands off their edge. */
const BRACKET = 8;
/** A line keeps this far from the corners of what it ends at. */
const CORNER = 6;

const middleOf = ({ x, y, width, height }: Rectangle): CanvasPoint => ({ x: x + width / 2, y: y + height / 2 });
const clamp = (value: number, low: number, high: number): number => (low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high));

interface Span {
  readonly low: number;
  readonly high: number;
}

const overlap = (a: Span, b: Span): Span => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) });
const spanY = ({ y, height }: Rectangle): Span => ({ low: y + CORNER, high: y + height - CORNER });
const spanX = ({ x, width }: Rectangle): Span => ({ low: x + CORNER, high: x + width - CORNER });

/** From side to side: straight where both face each other, else with one step in the middle. `shift` moves it down. */
function routeAcross(a: Rectangle, b: Rectangle, shift: number): readonly CanvasPoint[] {
  const isRight = middleOf(b).x >= middleOf(a).x;
  const start = isRight ? a.x + a.width : a.x;
  const end = isRight ? b.x : b.x + b.width;
  const shared = overlap(spanY(a), spanY(b));
  if (shared.low <= shared.high) {
    // The smaller of the two decides: a line into a card goes to the card's middle.
    const wanted = middleOf(a.height <= b.height ? a : b).y + shift;
    const y = clamp(wanted, shared.low, shared.high);
    return [{ x: start, y }, { x: end, y }];
  }
  const [from, to] = [clamp(middleOf(a).y + shift, spanY(a).low, spanY(a).high), clamp(middleOf(b).y + shift, spanY(b).low, spanY(b).high)];
  const middle = (start + end) / 2 + (isRight === to > from ? -shift : shift);
  const x = clamp(middle, Math.min(start, end), Math.max(start, end));
  return [{ x: start, y: from }, { x, y: from }, { x, y: to }, { x: end, y: to }];
}

/** From below to above, for nodes that stand over each other. */
function routeAlong(a: Rectangle, b: Rectangle, shift: number): readonly CanvasPoint[] {
  const isBelow = middleOf(b).y >= middleOf(a).y;
  const start = isBelow ? a.y + a.height : a.y;
  const end = isBelow ? b.y : b.y + b.height;
  const shared = overlap(spanX(a), spanX(b));
  const x = clamp(middleOf(a.width <= b.width ? a : b).x + shift, shared.low, shared.high);
  return [{ x, y: start }, { x, y: end }];
}

const areApart = (a: Rectangle, b: Rectangle): boolean => a.x + a.width < b.x || b.x + b.width < a.x;

/**
 * A line between two nodes, in canvas pixels: straight where it can be, else with right angles. `shift` sets two lines
 * between the same nodes apart: request above, reply below.
 */
export function routeLine(a: Rectangle, b: Rectangle, shift = 0): readonly CanvasPoint[] {
  return areApart(a, b) ? routeAcross(a, b, shift) : routeAlong(a, b, shift);
}

/** A line that goes round at the right, for copies that stand below each other. */
export function routeBracket(a: Rectangle, b: Rectangle): readonly CanvasPoint[] {
  if (areApart(a, b)) return routeLine(a, b);
  const x = Math.max(a.x + a.width, b.x + b.width) + BRACKET;
  return [{ x: a.x + a.width, y: middleOf(a).y }, { x, y: middleOf(a).y }, { x, y: middleOf(b).y }, { x: b.x + b.width, y: middleOf(b).y }];
}

/** A path with round corners through the points, as SVG path data. */
export function toPathData(points: readonly CanvasPoint[], radius = 4): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const [start, end] = [towards(point, before, radius), towards(point, after, radius)];
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

/** The point `distance` from one point towards another, at most half-way. */
function towards(from: CanvasPoint, to: CanvasPoint, distance: number): CanvasPoint {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
