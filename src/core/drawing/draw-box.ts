import { fitCaptionRow } from './fit-text.ts';
import { glyphToSvgGroup } from './glyphs/glyph-to-svg.ts';
import { captionRows, textStyles, type CaptionRow } from './measure.ts';
import type { Pen } from './pen.ts';
import type { SceneNode } from './scene.ts';
import { CAPTION, type Rectangle } from './sizes.ts';
import { element, paint, textElement, type Attributes } from './svg.ts';
import { textWidth } from './text-width.ts';
import { radii, type ColorToken } from './tokens.ts';

/** What decides how a container is framed. */
export type FramedBox = Pick<SceneNode, 'kind' | 'tone' | 'place'>;

/** How the border and the ground of a container look: told apart without colour by dots, line, dashes and fill. */
interface BoxStyle {
  readonly stroke: ColorToken;
  readonly width: number;
  readonly radius: number;
  readonly dash?: string;
  readonly isRoundDash?: boolean;
  /** Painted over each other. */
  readonly grounds: readonly ColorToken[];
}

function styleOf({ kind, tone }: FramedBox): BoxStyle {
  switch (kind) {
    case 'region':
      return { stroke: 'region', width: 2, radius: radii.box, dash: '0.1 4', isRoundDash: true, grounds: [] };
    case 'vpc':
      return { stroke: 'vpc', width: 1.5, radius: radii.box, grounds: ['vpc-wash'] };
    case 'zone':
      return { stroke: 'region', width: 1.5, radius: radii.node, dash: '4 3', grounds: [] };
    case 'subnet':
      return { stroke: tone, width: 1.5, radius: radii.node, grounds: ['paper-1', `${tone}-wash` as ColorToken] };
    default:
      return { stroke: 'line-2', width: 1, radius: radii.box, grounds: ['paper-1'] };
  }
}

const rectangleOf = ({ x, y, width, height }: Rectangle, { width: stroke, radius }: BoxStyle): Attributes => ({
  x: x + stroke / 2,
  y: y + stroke / 2,
  width: width - stroke,
  height: height - stroke,
  rx: radius - stroke / 2,
});

/** The border and the ground of a container, without a word. */
export function drawFrame(pen: Pen, node: FramedBox): string {
  const style = styleOf(node);
  const rectangle = rectangleOf(node.place, style);
  const grounds = style.grounds.map((token) => element('rect', { ...rectangle, ...paint('fill', pen.colors[token]) }));
  const border = element('rect', {
    ...rectangle,
    fill: 'none',
    stroke: pen.colors[style.stroke],
    'stroke-width': style.width,
    'stroke-dasharray': style.dash,
    'stroke-linecap': style.isRoundDash ? 'round' : undefined,
  });
  return [...grounds, border].join('');
}

/** Baselines of one or two rows, and the top of the glyph, from the top of the box. */
const ROWS = { one: { glyph: 5.5, baselines: [16.5] }, two: { glyph: 7, baselines: [18, 33] } } as const;

function drawRow(pen: Pen, node: SceneNode, { row, baseline }: { readonly row: CaptionRow; readonly baseline: number }): string {
  const { x, y, width } = node.place;
  const hue = pen.colors[`${node.tone}-text` as ColorToken];
  const at = y + baseline;
  let next = x + 1 + CAPTION.left + (row.title === '' ? 0 : CAPTION.glyph + CAPTION.gap);
  let drawn = '';
  const wordColor = node.kind === 'subnet' ? hue : pen.colors['ink-2'];
  const texts = [
    [row.title, textStyles.captionTitle, hue],
    [row.address, textStyles.captionAddress, pen.colors['ink-2']],
    [row.word, textStyles.captionWord, wordColor],
  ] as const;
  for (const [text, style, fill] of texts) {
    if (text === '') continue;
    drawn += textElement(text, style, { x: next, y: at, fill });
    next += textWidth(text, style) + CAPTION.gap;
  }
  const right = x + width - 1 - CAPTION.right;
  return drawn + textElement(row.room, textStyles.captionWord, { x: right, y: at, anchor: 'end', fill: pen.colors['ink-3'] });
}

function drawCaption(pen: Pen, node: SceneNode): string {
  const styles = { title: textStyles.captionTitle, address: textStyles.captionAddress };
  const rows = captionRows(node.kind, node).map((row) => fitCaptionRow(row, node.place.width - 2, styles));
  const metrics = rows.length > 1 ? ROWS.two : ROWS.one;
  const color = pen.colors[`${node.tone}-text` as ColorToken];
  const place = { x: node.place.x + 1 + CAPTION.left, y: node.place.y + metrics.glyph };
  const glyph = glyphToSvgGroup(node.glyph, { size: CAPTION.glyph, color, theme: pen.theme }, place);
  return glyph + rows.map((row, index) => drawRow(pen, node, { row, baseline: metrics.baselines[index] ?? 0 })).join('');
}

/** A container: its border and ground, and its caption, which is never clipped. */
export function drawBox(pen: Pen, node: SceneNode): string {
  return drawFrame(pen, node) + drawCaption(pen, node);
}
