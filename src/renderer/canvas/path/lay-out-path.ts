import type { Rectangle } from '@core/drawing/sizes.ts';
import type { Leg } from '@core/findings/diagnosis.ts';
import type { CanvasPoint } from '../canvas-port.ts';
import { routeLine } from '../lines/route-line.ts';
import { cutLine, crossingOf, lengthOf, pointAt } from './measure-line.ts';
import type { LineMark, NodeMark, PathPlan, PlannedLeg, PlannedMark } from './plan-path.ts';

/** Request and reply run this far above and below the middle, in canvas pixels at 100 %. */
const SHIFT = 11;
/** From a border to the middle of the mark that stands at it, and from one mark to the next. */
const MARK_GAP = 18;
const MARK_STEP = 26;

export interface LaidMark extends PlannedMark, CanvasPoint {
  readonly key: string;
}

/** A part of a leg, drawn in one stroke. */
export interface LaidLine {
  readonly key: string;
  readonly leg: Leg;
  readonly fate: 'travels' | 'never-arrives' | 'unknown';
  readonly points: readonly CanvasPoint[];
  /** Its end is the end of the leg: it carries the arrow. */
  readonly isEnd: boolean;
}

export interface LaidPath {
  readonly lines: readonly LaidLine[];
  readonly marks: readonly LaidMark[];
  readonly labels: readonly (CanvasPoint & { readonly leg: Leg; readonly arrives: boolean })[];
  readonly flagAt: CanvasPoint | undefined;
}

export type PlaceOf = (key: string) => Rectangle | undefined;

interface LegLine {
  readonly points: readonly CanvasPoint[];
  /** Distance along the line at which each span begins. */
  readonly starts: readonly number[];
}

function lineOf({ leg, stops }: PlannedLeg, placeOf: PlaceOf, scale: number): LegLine {
  const points: CanvasPoint[] = [];
  const starts: number[] = [];
  const shift = (leg === 'request' ? -SHIFT : SHIFT) * scale;
  stops.slice(0, -1).forEach((stop, index) => {
    starts.push(points.length === 0 ? 0 : lengthOf(points));
    const [a, b] = [placeOf(stop), placeOf(stops[index + 1] ?? '')];
    if (a && b) points.push(...routeLine(a, b, shift));
  });
  return { points, starts };
}

/** How far along the line each mark stands: outside the border it belongs to, later ones farther out. */
function distanceOfMarks({ marks }: PlannedLeg, line: LegLine, { placeOf, scale }: Layout): readonly number[] {
  const total = lengthOf(line.points);
  const taken = new Map<string, number>();
  return marks.map(({ span, border }) => {
    const [from, to] = [line.starts[span] ?? 0, line.starts[span + 1] ?? total];
    const place = placeOf(border);
    const crossing = place ? crossingOf(line.points, place, { from, to }) : undefined;
    if (!crossing) return (from + to) / 2;
    const count = taken.get(border) ?? 0;
    taken.set(border, count + 1);
    const offset = (MARK_GAP + count * MARK_STEP) * scale;
    return Math.min(to, Math.max(from, crossing.isEntering ? crossing.at - offset : crossing.at + offset));
  });
}

interface Layout {
  readonly placeOf: PlaceOf;
  /** By how much marks grow against the zoom. */
  readonly scale: number;
}

function cutLeg(planned: PlannedLeg, line: LegLine, blockedAt: number | undefined): readonly LaidLine[] {
  const { leg, isKnown } = planned;
  const whole = { leg, points: line.points, isEnd: true };
  if (blockedAt === undefined) return [{ ...whole, key: leg, fate: isKnown ? 'travels' : 'unknown' }];
  const [before, after] = cutLine(line.points, blockedAt);
  return [
    { leg, key: `${leg} before`, fate: 'travels', points: before, isEnd: false },
    { leg, key: `${leg} after`, fate: 'never-arrives', points: after, isEnd: false },
  ];
}

function layOutLeg(planned: PlannedLeg, layout: Layout): { readonly lines: readonly LaidLine[]; readonly marks: readonly LaidMark[]; readonly blockedAt: CanvasPoint | undefined } {
  const line = lineOf(planned, layout.placeOf, layout.scale);
  if (line.points.length < 2) return { lines: [], marks: [], blockedAt: undefined };
  const distances = distanceOfMarks(planned, line, layout);
  const marks = planned.marks.map((mark: LineMark, index): LaidMark => {
    const { number, status, title } = mark;
    return { number, status, title, key: `${planned.leg} ${index}`, ...pointAt(line.points, distances[index] ?? 0) };
  });
  const blocked = planned.blockedBy === undefined ? undefined : distances[planned.blockedBy];
  return { lines: cutLeg(planned, line, blocked), marks, blockedAt: blocked === undefined ? undefined : pointAt(line.points, blocked) };
}

/** Marks of nodes stand on the lower edge from the right, those of a gateway above it. */
function layOutNodeMarks(marks: readonly NodeMark[], { placeOf, scale }: Layout): readonly LaidMark[] {
  const counts = new Map<string, number>();
  const sorted = [...marks].sort((a, b) => b.number - a.number);
  return sorted.flatMap(({ node, number, status, title }): LaidMark[] => {
    const place = placeOf(node);
    if (!place) return [];
    const count = counts.get(node) ?? 0;
    counts.set(node, count + 1);
    const isTile = place.width <= place.height;
    const x = isTile ? place.x + place.width / 2 + count * MARK_GAP * scale : place.x + place.width - (MARK_GAP - 4 + count * (MARK_STEP - 4)) * scale;
    const y = isTile ? place.y - 3 : place.y + place.height + 1;
    return [{ key: `${node} ${number}`, number, status, title, x, y }];
  });
}

function labelOf(leg: PlannedLeg, line: LaidLine | undefined, scale: number): LaidPath['labels'] {
  const [a, b] = leg.leg === 'reply' ? (line?.points.slice(-2) ?? []) : (line?.points ?? []);
  if (!a || !b) return [];
  const arrives = leg.blockedBy === undefined;
  return [{ leg: leg.leg, arrives, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + (leg.leg === 'request' ? -8 : 16) * scale }];
}

/** Where everything of a path is drawn, for nodes as they stand now. Canvas pixels. */
export function layOutPath(plan: PathPlan, layout: Layout): LaidPath {
  const legs = plan.legs.map((leg) => ({ leg, ...layOutLeg(leg, layout) }));
  const blockedAt = legs.find((leg) => leg.blockedAt !== undefined)?.blockedAt;
  const flagged = plan.flag?.node === undefined ? undefined : layout.placeOf(plan.flag.node);
  return {
    lines: legs.flatMap(({ lines }) => lines),
    marks: [...legs.flatMap(({ marks }) => marks), ...layOutNodeMarks(plan.nodeMarks, layout)],
    labels: legs.flatMap(({ leg, lines }) => labelOf(leg, leg.leg === 'reply' ? lines[lines.length - 1] : lines[0], layout.scale)),
    flagAt: blockedAt ?? (flagged && { x: flagged.x, y: flagged.y + flagged.height / 2 }),
  };
}
