import { glyphToSvgGroup } from './glyphs/glyph-to-svg.ts';
import { fitText } from './fit-text.ts';
import { drawBox } from './draw-box.ts';
import { cardTextWidth, CHIP, chipWidth, fitChips, textStyles } from './measure.ts';
import { gateLabelPlace } from './outer-place.ts';
import type { Pen } from './pen.ts';
import type { Badge, Chip, SceneNode } from './scene.ts';
import { CARD_TILE, GATE_LABEL, type Rectangle } from './sizes.ts';
import { element, escapeXml, paint, textElement } from './svg.ts';
import { textWidth } from './text-width.ts';
import { radii, typeScale, type ColorToken, type ThemeName } from './tokens.ts';

const GLYPH_IN_TILE = 18;
const GLYPH_IN_GATE = 24;
const BADGE = 16;
const TEXT_GAP = 6;
/** Heights of a card's lines, the distance of each baseline to the top of its line, and the air before the third. */
const LINES = { first: typeScale.body.line, firstBase: 12.4, other: typeScale.micro.line, otherBase: 10.8, beforeThird: 2 } as const;

const tokenOf = (pen: Pen, name: string): string => pen.colors[name as ColorToken];
const shadowOf = (theme: ThemeName): string => (theme === 'light' ? 'rgba(18, 22, 28, 0.07)' : 'rgba(0, 0, 0, 0.4)');

function drawShadow(pen: Pen, { x, y, width, height }: Rectangle, radius: number): string {
  return element('rect', { x, y: y + 1.5, width, height, rx: radius, ...paint('fill', shadowOf(pen.theme)) });
}

/** A glyph on a washed square; hollow for what is not running, without hue for what is off the path. */
function drawTile(pen: Pen, node: SceneNode, { x, y }: { readonly x: number; readonly y: number }): string {
  const isDimmed = pen.isDimmed(node.key);
  const isHollow = isDimmed || node.state === 'inactive';
  const wash = tokenOf(pen, `${node.tone}-wash`);
  const edge = isDimmed ? pen.colors['line-1'] : node.state === 'inactive' ? tokenOf(pen, node.tone) : wash;
  const { size } = CARD_TILE;
  const square = { x: x + 0.5, y: y + 0.5, width: size - 1, height: size - 1, rx: radii.control - 0.5 };
  const inset = (size - GLYPH_IN_TILE) / 2;
  const color = isDimmed ? pen.colors.none : tokenOf(pen, `${node.tone}-text`);
  return (
    element('rect', { ...square, ...(isHollow ? { fill: 'none' } : paint('fill', wash)), ...paint('stroke', edge) }) +
    glyphToSvgGroup(node.glyph, { size: GLYPH_IN_TILE, color, theme: pen.theme }, { x: x + inset, y: y + inset })
  );
}

function drawChip(pen: Pen, chip: Chip, { x, y, isDimmed }: { readonly x: number; readonly y: number; readonly isDimmed: boolean }): string {
  const color = isDimmed ? pen.colors['ink-3'] : pen.colors['sg-text'];
  const back = { x, y, width: chipWidth(chip), height: CHIP.height, rx: radii.chip };
  const glyph = glyphToSvgGroup('security-group', { size: CHIP.glyph, color, theme: pen.theme }, { x: x + CHIP.left, y: y + 1.5 });
  const text = textElement(chip.text, textStyles.chip, { x: x + CHIP.left + CHIP.glyph + CHIP.gap, y: y + LINES.otherBase, fill: color });
  return `${isDimmed ? '' : element('rect', { ...back, ...paint('fill', pen.colors['sg-wash']) })}${glyph}${text}`;
}

/** Where a card's line begins, its top, and its width. */
interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Chips as far as they fit, a number for the others, then the detail. */
function drawThirdLine(pen: Pen, node: SceneNode, { x, y, width }: LinePlace): string {
  const isDimmed = pen.isDimmed(node.key);
  const { shown, more } = fitChips(node, width);
  let next = x;
  let drawn = '';
  for (const chip of shown) {
    drawn += drawChip(pen, chip, { x: next, y, isDimmed });
    next += chipWidth(chip) + CHIP.between;
  }
  for (const text of [more === 0 ? '' : `+${more}`, node.detail]) {
    const fitted = fitText(text, x + width - next, textStyles.cardDetail);
    drawn += textElement(fitted, textStyles.cardDetail, { x: next, y: y + LINES.otherBase, fill: pen.colors['ink-3'] });
    if (fitted !== '') next += textWidth(fitted, textStyles.cardDetail) + CHIP.between;
  }
  return drawn;
}

/** Tops of a card's lines; together they stand in the middle of the card. */
interface CardLines {
  readonly first: number;
  readonly second: number;
  readonly third: number | undefined;
}

function layLines({ place, chips, detail }: SceneNode, second: string): CardLines {
  const hasThird = chips.length > 0 || detail !== '';
  const secondHeight = second === '' ? 0 : LINES.other;
  const height = LINES.first + secondHeight + (hasThird ? LINES.beforeThird + LINES.other : 0);
  const first = place.y + (place.height - height) / 2;
  return { first, second: first + LINES.first, third: hasThird ? first + LINES.first + secondHeight + LINES.beforeThird : undefined };
}

/** Name and aside share a line: the aside leaves at least half of it to the name. */
function drawFirstLine(pen: Pen, node: SceneNode, { x, y, width }: LinePlace): string {
  const isDimmed = pen.isDimmed(node.key);
  const style = isDimmed ? ({ ...textStyles.cardTitle, weight: 500 } as const) : textStyles.cardTitle;
  const asideWidth = node.aside === '' ? 0 : textWidth(node.aside, textStyles.cardAside) + TEXT_GAP;
  const title = fitText(node.title, width - Math.min(asideWidth, width / 2), style);
  const aside = fitText(node.aside, width - textWidth(title, style) - TEXT_GAP, textStyles.cardAside);
  const baseline = y + LINES.firstBase;
  return (
    textElement(title, style, { x, y: baseline, fill: pen.colors[isDimmed ? 'ink-3' : 'ink-1'] }) +
    textElement(aside, textStyles.cardAside, { x: x + width, y: baseline, anchor: 'end', fill: pen.colors['ink-3'] })
  );
}

function drawCardText(pen: Pen, node: SceneNode): string {
  const x = node.place.x + 1 + CARD_TILE.left + CARD_TILE.size + CARD_TILE.gap;
  const width = cardTextWidth(node.place.width);
  const [second, style] = node.address === '' ? ([node.word, textStyles.cardDetail] as const) : ([node.address, textStyles.cardAddress] as const);
  const lines = layLines(node, second);
  const quiet = pen.colors[pen.isDimmed(node.key) ? 'ink-3' : 'ink-2'];
  return [
    drawFirstLine(pen, node, { x, y: lines.first, width }),
    textElement(fitText(second, width, style), style, { x, y: lines.second + LINES.otherBase, fill: quiet }),
    lines.third === undefined ? '' : drawThirdLine(pen, node, { x, y: lines.third, width }),
  ].join('');
}

function drawBadges(pen: Pen, { place, badges }: SceneNode): string {
  return badges
    .map((badge: Badge, index) => {
      const x = place.x + place.width - 9 - index * (BADGE + 2);
      const y = place.y - 8;
      const disc = element('circle', { cx: x + BADGE / 2, cy: y + BADGE / 2, r: BADGE / 2 + 1, fill: pen.colors['paper-0'] });
      return disc + glyphToSvgGroup(`answer-${badge.kind}`, { size: BADGE, color: pen.colors['ink-1'], theme: pen.theme }, { x, y });
    })
    .join('');
}

function drawCard(pen: Pen, node: SceneNode): string {
  const { x, y, width, height } = node.place;
  const isDimmed = pen.isDimmed(node.key);
  const hasError = node.badges.some(({ kind }) => kind === 'fail');
  const edge = isDimmed ? 'line-1' : hasError ? 'fail' : 'line-2';
  const frame = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: radii.node - 0.5 };
  const paper = isDimmed ? 'none' : pen.colors['paper-1'];
  return [
    isDimmed ? '' : drawShadow(pen, node.place, radii.node),
    element('rect', { ...frame, fill: paper, stroke: pen.colors[edge] }),
    drawTile(pen, node, { x: x + 1 + CARD_TILE.left, y: y + (height - CARD_TILE.size) / 2 }),
    drawCardText(pen, node),
    drawBadges(pen, node),
  ].join('');
}

function drawGate(pen: Pen, node: SceneNode): string {
  const { x, y, width, height } = node.place;
  const isDimmed = pen.isDimmed(node.key);
  const label = gateLabelPlace(node);
  const frame = { x: x + 0.75, y: y + 0.75, width: width - 1.5, height: height - 1.5, rx: radii.box - 0.75, 'stroke-width': 1.5 };
  const isQuiet = isDimmed || node.state === 'inactive';
  const inset = (width - GLYPH_IN_GATE) / 2;
  const color = isDimmed ? pen.colors.none : tokenOf(pen, `${node.tone}-text`);
  const style = isDimmed ? ({ ...textStyles.gate, weight: 400 } as const) : textStyles.gate;
  return [
    isDimmed ? '' : drawShadow(pen, node.place, radii.box),
    element('rect', { ...frame, fill: pen.colors['paper-1'], stroke: isQuiet ? pen.colors['line-2'] : tokenOf(pen, node.tone) }),
    glyphToSvgGroup(node.glyph, { size: GLYPH_IN_GATE, color, theme: pen.theme }, { x: x + inset, y: y + inset }),
    textElement(fitText(node.title, GATE_LABEL.maximumWidth, style), style, {
      x: label.x + label.width / 2,
      y: label.y + 11.5,
      anchor: 'middle',
      fill: isDimmed ? pen.colors['ink-3'] : pen.colors['ink-1'],
      halo: pen.colors['paper-0'],
    }),
    drawBadges(pen, node),
  ].join('');
}

const CLOUD_PATH = 'M24 58.5a17 17 0 0 1-4-33.4A19 19 0 0 1 53 12.6a15.5 15.5 0 0 1 24 12.6 16.8 16.8 0 0 1 1.5 33.3z';
/** The words of the cloud, from its top left corner. */
const CLOUD_TEXT = { middle: 49, title: 38, address: 51, width: 68 } as const;

function drawCloud(pen: Pen, node: SceneNode): string {
  const { x, y } = node.place;
  const isDimmed = pen.isDimmed(node.key);
  const shape = {
    d: CLOUD_PATH,
    transform: `translate(${x} ${y})`,
    fill: pen.colors['paper-1'],
    stroke: pen.colors[isDimmed ? 'line-2' : 'line-3'],
    'stroke-width': 1.5,
  };
  const at = (baseline: number) => ({ x: x + CLOUD_TEXT.middle, y: y + baseline, anchor: 'middle' as const });
  const title = fitText(node.title, CLOUD_TEXT.width, textStyles.cloudTitle);
  return [
    element('path', shape),
    textElement(title, textStyles.cloudTitle, { ...at(CLOUD_TEXT.title), fill: pen.colors[isDimmed ? 'ink-3' : 'ink-1'] }),
    textElement(node.address, textStyles.cloudAddress, { ...at(CLOUD_TEXT.address), fill: pen.colors[isDimmed ? 'ink-3' : 'ink-2'] }),
  ].join('');
}

const drawShape: Readonly<Record<SceneNode['shape'], (pen: Pen, node: SceneNode) => string>> = {
  box: drawBox,
  card: drawCard,
  gate: drawGate,
  cloud: drawCloud,
};

/** One node as a group that carries its key and, as a tooltip and for screen readers, all its words in full. */
export function drawNode(pen: Pen, node: SceneNode): string {
  const content = `<title>${escapeXml(node.label)}</title>${drawShape[node.shape](pen, node)}`;
  return element('g', { 'data-key': node.key }, content);
}
