import type { Rectangle } from '@core/drawing/sizes.ts';
import type { Leg } from '@core/findings/diagnosis.ts';
import type { CanvasPoint } from '../canvas-port.ts';
import { routeLine } from '../lines/route-line.ts';
import { crossingOf, cutLine, lengthOf, pointAt } from './measure-line.ts';
import type { NodeMark, PathPlan, PlannedLeg, PlannedMark } from './plan-path.ts';

/** Request and reply run this far above and below the middle, in canvas pixels at 100 %. */
const SHIFT = 11;
/** From a border to the middle of the mark that stands at it, and from one mark to the next. */
const MARK_GAP = 18;
const MARK_STEP = 26;
/** From the corner of a card to the middle of its first mark, and on to the next. */
const CORNER_GAP = 14;
const CORNER_STEP = 22;

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

export interface PathLayout {
  readonly placeOf: (key: string) => Rectangle | undefined;
  /** By how much marks grow against the zoom. */
  readonly scale: number;
}

type Span = readonly CanvasPoint[];

/** From each stop to the next; what lies under a stop itself is not drawn. */
function spansOf({ leg, stops }: PlannedLeg, { placeOf, scale }: PathLayout): readonly Span[] {
  const shift = (leg === 'request' ? -SHIFT : SHIFT) * scale;
  return stops.slice(0, -1).map((stop, index) => {
    const [a, b] = [placeOf(stop), placeOf(stops[index + 1] ?? '')];
    return a && b ? routeLine(a, b, shift) : [];
  });
}

/** How far along its span each mark stands: outside the border it belongs to, later ones farther out. */
function distancesOf({ marks }: PlannedLeg, spans: readonly Span[], { placeOf, scale }: PathLayout): readonly number[] {
  const taken = new Map<string, number>();
  return marks.map(({ span: index, border }) => {
    const span = spans[index] ?? [];
    const to = lengthOf(span);
    const place = placeOf(border);
    const crossing = place ? crossingOf(span, place, { from: 0, to }) : undefined;
    if (!crossing) return to / 2;
    const count = taken.get(border) ?? 0;
    taken.set(border, count + 1);
    const offset = (MARK_GAP + count * MARK_STEP) * scale;
    return Math.min(to, Math.max(0, crossing.isEntering ? crossing.at - offset : crossing.at + offset));
  });
}

interface Block {
  readonly span: number;
  readonly at: number;
}

function linesOf({ leg, isKnown }: PlannedLeg, spans: readonly Span[], block: Block | undefined): readonly LaidLine[] {
  const lines = spans.flatMap((points, index): LaidLine[] => {
    const line = { leg, key: `${leg} ${index}`, points, isEnd: false };
    if (!block || index < block.span) return [{ ...line, fate: isKnown ? 'travels' : 'unknown', isEnd: !block && index === spans.length - 1 }];
    if (index > block.span) return [{ ...line, fate: 'never-arrives' }];
    const [before, after] = cutLine(points, block.at);
    return [
      { ...line, key: `${leg} ${index} before`, points: before, fate: 'travels' },
      { ...line, key: `${leg} ${index} after`, points: after, fate: 'never-arrives' },
    ];
  });
  return lines.filter(({ points }) => points.length > 1);
}

interface LaidLeg {
  readonly planned: PlannedLeg;
  readonly spans: readonly Span[];
  readonly lines: readonly LaidLine[];
  readonly marks: readonly LaidMark[];
  readonly blockedAt: CanvasPoint | undefined;
}

function layOutLeg(planned: PlannedLeg, layout: PathLayout): LaidLeg {
  const spans = spansOf(planned, layout);
  const distances = distancesOf(planned, spans, layout);
  const marks = planned.marks.map((mark, index): LaidMark => {
    const { number, status, title, span } = mark;
    return { number, status, title, key: `${planned.leg} ${index}`, ...pointAt(spans[span] ?? [], distances[index] ?? 0) };
  });
  const { blockedBy } = planned;
  const stopped = blockedBy === undefined ? undefined : planned.marks[blockedBy];
  const block = stopped && { span: stopped.span, at: distances[blockedBy ?? 0] ?? 0 };
  const blockedAt = blockedBy === undefined ? undefined : marks[blockedBy];
  return { planned, spans, lines: linesOf(planned, spans, block), marks, blockedAt };
}

/** Marks of nodes stand on the lower edge from the right, those of a gateway above it. */
function layOutNodeMarks(marks: readonly NodeMark[], { placeOf, scale }: PathLayout): readonly LaidMark[] {
  const counts = new Map<string, number>();
  const sorted = [...marks].sort((a, b) => b.number - a.number);
  return sorted.flatMap(({ node, number, status, title }): LaidMark[] => {
    const place = placeOf(node);
    if (!place) return [];
    const count = counts.get(node) ?? 0;
    counts.set(node, count + 1);
    const isTile = place.width <= place.height;
    const x = isTile ? place.x + place.width / 2 + count * CORNER_STEP * scale : place.x + place.width - (CORNER_GAP + count * CORNER_STEP) * scale;
    const y = isTile ? place.y - 3 : place.y + place.height + 1;
    return [{ key: `${node} ${number}`, number, status, title, x, y }];
  });
}

/** The word of a leg stands at its outer end: above the request, below the reply. */
function labelOf({ planned, spans }: LaidLeg, scale: number): LaidPath['labels'] {
  const { leg, blockedBy } = planned;
  const span = leg === 'request' ? spans[0] : spans[spans.length - 1];
  const [a, b] = (leg === 'request' ? span : span?.slice(-2)) ?? [];
  if (!a || !b) return [];
  return [{ leg, arrives: blockedBy === undefined, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + (leg === 'request' ? -8 : 16) * scale }];
}

/** Where everything of a path is drawn, for nodes as they stand now. Canvas pixels. */
export function layOutPath(plan: PathPlan, layout: PathLayout): LaidPath {
  const legs = plan.legs.map((leg) => layOutLeg(leg, layout));
  const blockedAt = legs.find((leg) => leg.blockedAt !== undefined)?.blockedAt;
  const flagged = plan.flag?.node === undefined ? undefined : layout.placeOf(plan.flag.node);
  return {
    lines: legs.flatMap(({ lines }) => lines),
    marks: [...legs.flatMap(({ marks }) => marks), ...layOutNodeMarks(plan.nodeMarks, layout)],
    labels: legs.flatMap((leg) => labelOf(leg, layout.scale)),
    flagAt: blockedAt ?? (flagged && { x: flagged.x, y: flagged.y + flagged.height / 2 }),
  };
}
