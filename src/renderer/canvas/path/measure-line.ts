import type { Rectangle } from '@core/drawing/sizes.ts';
import type { CanvasPoint } from '../canvas-port.ts';

type Line = readonly CanvasPoint[];

const distance = (a: CanvasPoint, b: CanvasPoint): number => Math.hypot(b.x - a.x, b.y - a.y);

/** Length of a line of straight pieces. */
export function lengthOf(line: Line): number {
  return line.reduce((sum, point, index) => sum + (index === 0 ? 0 : distance(line[index - 1] ?? point, point)), 0);
}

const between = (a: CanvasPoint, b: CanvasPoint, part: number): CanvasPoint => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });

/** A line cut in two at a distance from its start. */
export function cutLine(line: Line, at: number): readonly [Line, Line] {
  const before: CanvasPoint[] = [];
  let walked = 0;
  for (const [index, point] of line.entries()) {
    const next = line[index + 1];
    before.push(point);
    if (!next) break;
    const length = distance(point, next);
    if (walked + length >= at) {
      const cut = between(point, next, length === 0 ? 0 : (at - walked) / length);
      return [[...before, cut], [cut, ...line.slice(index + 1)]];
    }
    walked += length;
  }
  return [before, []];
}

/** The point at a distance from the start; the end when the line is shorter. */
export function pointAt(line: Line, at: number): CanvasPoint {
  const [before] = cutLine(line, at);
  return before[before.length - 1] ?? { x: 0, y: 0 };
}

const isInside = ({ x, y, width, height }: Rectangle, point: CanvasPoint): boolean => point.x > x && point.x < x + width && point.y > y && point.y < y + height;

/** Where a straight piece meets the border of a rectangle, as parts of its length from 0 to 1, in order. */
function meetings(a: CanvasPoint, b: CanvasPoint, { x, y, width, height }: Rectangle): readonly number[] {
  const parts: number[] = [];
  for (const edge of [x, x + width]) if (a.x !== b.x) parts.push((edge - a.x) / (b.x - a.x));
  for (const edge of [y, y + height]) if (a.y !== b.y) parts.push((edge - a.y) / (b.y - a.y));
  const onBorder = (part: number): boolean => {
    const point = between(a, b, part);
    const near = 0.001;
    return point.x >= x - near && point.x <= x + width + near && point.y >= y - near && point.y <= y + height + near;
  };
  return parts.filter((part) => part >= 0 && part <= 1 && onBorder(part)).sort((first, second) => first - second);
}

export interface Crossing {
  /** Distance from the start of the line. */
  readonly at: number;
  readonly isEntering: boolean;
}

/** Where a line first crosses or meets the border of a rectangle between two distances, and whether it goes in there. */
export function crossingOf(line: Line, rectangle: Rectangle, { from, to }: { readonly from: number; readonly to: number }): Crossing | undefined {
  const near = 0.5;
  let walked = 0;
  for (const [index, a] of line.entries()) {
    const b = line[index + 1];
    if (!b) break;
    const length = distance(a, b);
    for (const part of meetings(a, b, rectangle)) {
      const at = walked + part * length;
      if (at < from - near || at > to + near) continue;
      const ahead = pointAt(line, at + 1);
      const isLast = at >= to - near;
      return { at, isEntering: isInside(rectangle, ahead) || (isLast && !isInside(rectangle, pointAt(line, at - 1))) };
    }
    walked += length;
  }
  return undefined;
}
