import { fitText } from './fit-text.ts';
import type { Point } from './free-place.ts';
import type { LegPiece, LegStyle, PathDrawing, PathFlag, PathLabel, PathMark } from './path-drawing.ts';
import { FLAG, flagStyles } from './path-flag.ts';
import { piecesOf } from './path-geometry.ts';
import { roundedPath } from './routes-of-lines.ts';
import type { LineRoute } from './routes-of-lines.ts';
import type { LineKind } from './scene.ts';
import type { Pen } from './pen.ts';
import { element, escapeXml, round, textElement, type Attributes } from './svg.ts';
import type { TextStyle } from './text-width.ts';
import { radii, typeScale, type ColorToken } from './tokens.ts';

const lineStyles: Readonly<Record<LineKind, { readonly stroke: ColorToken; readonly dash?: string }>> = {
  internet: { stroke: 'line-3' },
  vpn: { stroke: 'net', dash: '6 3' },
  peering: { stroke: 'net' },
  attachment: { stroke: 'net' },
  'direct-connect': { stroke: 'net' },
  replication: { stroke: 'db', dash: '3 3' },
  interface: { stroke: 'line-3', dash: '1.5 3' },
  target: { stroke: 'net', dash: '2 3' },
};
const LABEL: TextStyle = { family: 'text', weight: 500, size: typeScale.micro.size };
const LABEL_ABOVE = 6;

/** The stroke of a kind of line, along SVG path data. */
export function drawStroke(pen: Pen, kind: LineKind, { d, isDimmed }: { readonly d: string; readonly isDimmed: boolean }): string {
  const { stroke, dash } = lineStyles[kind];
  return element('path', { d, fill: 'none', stroke: pen.colors[isDimmed ? 'line-2' : stroke], 'stroke-width': 1.5, 'stroke-dasharray': dash });
}

/** A line between two nodes; without hue while a path is shown. */
export function drawLine(pen: Pen, { line, points }: LineRoute, isDimmed: boolean): string {
  const path = drawStroke(pen, line.kind, { d: roundedPath(points), isDimmed });
  const longest = [...piecesOf(points)].sort((a, b) => b.length - a.length)[0];
  if (line.label === undefined || !longest) return path;
  const middle = { x: (longest.from.x + longest.to.x) / 2, y: (longest.from.y + longest.to.y) / 2 - LABEL_ABOVE };
  return path + textElement(line.label, LABEL, { ...middle, anchor: 'middle', fill: pen.colors[isDimmed ? 'ink-3' : 'ink-2'], halo: pen.colors['paper-0'] });
}

const ARROW = 9;
const ARROW_HALF = 5;

/** How each part of a leg is drawn; a reply that travels is dashed. */
export function legStroke(style: LegStyle, leg: LegPiece['leg']): { readonly stroke: ColorToken; readonly attributes: Attributes } {
  switch (style) {
    case 'travels':
      return { stroke: 'pass', attributes: { 'stroke-width': 2.5, 'stroke-dasharray': leg === 'reply' ? '7 4' : undefined } };
    case 'stopped':
      return { stroke: 'fail', attributes: { 'stroke-width': 2.5 } };
    case 'never-arrives':
      return { stroke: 'fail', attributes: { 'stroke-width': 2, 'stroke-dasharray': '0.1 6', 'stroke-linecap': 'round', 'stroke-opacity': 0.75 } };
    case 'not-known':
      return { stroke: 'turn', attributes: { 'stroke-width': 1.8, 'stroke-dasharray': '3 4' } };
  }
}

/** The head of an arrow at the end of a line, as SVG path data, and the line up to it. */
export function arrowAt(points: readonly Point[]): { readonly head: string; readonly shaft: readonly Point[] } | undefined {
  const [before, tip] = [points.at(-2), points.at(-1)];
  if (!before || !tip) return undefined;
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)];
  const base = { x: tip.x - dx * ARROW, y: tip.y - dy * ARROW };
  const corner = (side: number): string => `${round(base.x - dy * side * ARROW_HALF)} ${round(base.y + dx * side * ARROW_HALF)}`;
  return { head: `M${corner(1)}L${round(tip.x)} ${round(tip.y)}L${corner(-1)}z`, shaft: [...points.slice(0, -1), { x: base.x + dx, y: base.y + dy }] };
}

function drawPiece(pen: Pen, piece: LegPiece): string {
  const { stroke, attributes } = legStroke(piece.style, piece.leg);
  const color = pen.colors[stroke];
  const arrow = piece.hasArrow ? arrowAt(piece.points) : undefined;
  const line = element('path', { d: roundedPath(arrow?.shaft ?? piece.points), fill: 'none', stroke: color, ...attributes });
  return arrow ? line + element('path', { d: arrow.head, fill: color }) : line;
}

const EIGHTH = Math.PI / 4;
const octagon = ({ x, y }: Point, radius: number): string =>
  Array.from({ length: 8 }, (_, index) => {
    const angle = EIGHTH / 2 + index * EIGHTH;
    return `${round(x + radius * Math.cos(angle))},${round(y + radius * Math.sin(angle))}`;
  }).join(' ');

const MARK_TEXT: TextStyle = { family: 'text', weight: 600, size: typeScale.micro.size };
const BASELINE = 3.8;

/** A step number in the shape of its answer, with a rim of paper around it. */
export function drawMark(pen: Pen, { kind, step, at }: Omit<PathMark, 'title'>): string {
  const { colors } = pen;
  const paper = colors['paper-0'];
  const number = (fill: string, lower = 0): string => textElement(String(step), MARK_TEXT, { x: at.x, y: at.y + BASELINE + lower, anchor: 'middle', fill });
  switch (kind) {
    case 'pass':
      return element('circle', { cx: at.x, cy: at.y, r: 8.75, fill: colors.pass, stroke: paper, 'stroke-width': 1.5 }) + number(colors['on-pass']);
    case 'fail':
      return element('polygon', { points: octagon(at, 12), fill: colors.fail, stroke: paper, 'stroke-width': 2 }) + number(colors['on-fail']);
    case 'warn': {
      const triangle = `M${round(at.x)} ${round(at.y - 10)}l10.4 17.6h-20.8z`;
      return element('path', { d: triangle, fill: colors.warn, stroke: paper, 'stroke-width': 1.5, 'stroke-linejoin': 'round' }) + number(colors['on-warn'], 2);
    }
    case 'undetermined':
      return (
        element('circle', { cx: at.x, cy: at.y, r: 9, fill: paper, stroke: colors.turn, 'stroke-width': 1.6, 'stroke-dasharray': '2.6 2' }) +
        number(colors['turn-text'])
      );
  }
}

const withTitle = (content: string, title: string): string => (title === '' ? content : `<g><title>${escapeXml(title)}</title>${content}</g>`);

function drawFlag(pen: Pen, { kind, title, detail, place, stem }: PathFlag): string {
  const [back, ink] = kind === 'fail' ? [pen.colors.fail, pen.colors['on-fail']] : [pen.colors.turn, pen.colors['on-turn']];
  const [from, to] = stem;
  const left = place.x + FLAG.left;
  const room = place.width - 2 * FLAG.left;
  return [
    element('path', { d: `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, stroke: back, 'stroke-width': 1.5 }),
    element('rect', { ...place, rx: radii.control, fill: back }),
    textElement(title, flagStyles.title, { x: left, y: place.y + FLAG.top + 11, fill: ink }),
    textElement(fitText(detail, room, flagStyles.detail), flagStyles.detail, { x: left, y: place.y + FLAG.top + FLAG.line + 11, fill: ink }),
  ].join('');
}

const labelColor: Readonly<Record<PathLabel['kind'], ColorToken>> = { pass: 'pass-text', fail: 'fail-text', undetermined: 'turn-text', plain: 'ink-1' };

function drawLabel(pen: Pen, { text, kind, at, anchor }: PathLabel): string {
  return textElement(text, LABEL, { ...at, anchor, fill: pen.colors[labelColor[kind]], halo: pen.colors['paper-0'] });
}

/** The lines of a path, under its marks. */
export function drawPath(pen: Pen, path: PathDrawing): string {
  return [
    ...path.pieces.map((piece) => drawPiece(pen, piece)),
    ...path.labels.map((label) => drawLabel(pen, label)),
    ...(path.flag ? [drawFlag(pen, path.flag)] : []),
    ...path.marks.map((mark) => withTitle(drawMark(pen, mark), mark.title)),
  ].join('');
}
