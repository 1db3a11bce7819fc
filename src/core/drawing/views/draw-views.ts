import { arrowAt } from '../draw-path.ts';
import type { Pen } from '../pen.ts';
import { roundedPath } from '../routes-of-lines.ts';
import { element, textElement } from '../svg.ts';
import { radii } from '../tokens.ts';
import { TAG, TAG_TEXT } from './place-tags.ts';
import type { ViewDrawing, ViewLabel, ViewLine, ViewTag } from './views.ts';

const BASELINE = 10.5;

/** Words on paper of their own, with an edge. */
function drawWords(pen: Pen, { text, place }: ViewLabel | ViewTag, edge: string): string {
  const { x, y, width, height } = place;
  const ground = element('rect', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: radii.chip, fill: pen.colors['paper-1'], stroke: edge });
  return ground + textElement(text, TAG_TEXT, { x: x + TAG.air, y: y + BASELINE, fill: pen.colors['ink-2'] });
}

function drawStroke(pen: Pen, { points, isStopped }: ViewLine): string {
  const color = pen.colors[isStopped ? 'fail' : 'sg'];
  const arrow = arrowAt(points);
  const line = element('path', { d: roundedPath(arrow?.shaft ?? points), fill: 'none', stroke: color, 'stroke-width': 1.5, 'stroke-dasharray': isStopped ? '4 3' : undefined });
  return arrow ? line + element('path', { d: arrow.head, fill: color }) : line;
}

/** Lines first, then every word above them. */
export function drawViews(pen: Pen, { tags, lines }: ViewDrawing): string {
  return [
    ...lines.map((line) => drawStroke(pen, line)),
    ...lines.map(({ label, isStopped }) => drawWords(pen, label, pen.colors[isStopped ? 'fail' : 'sg'])),
    ...tags.map((tag) => drawWords(pen, tag, pen.colors[tag.view === 'exposure' ? 'line-3' : 'line-2'])),
  ].join('\n');
}
