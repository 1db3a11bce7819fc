import { drawFrame } from './draw-box.ts';
import { drawItems, type Item, type Legend, type LegendPlace } from './draw-legend-items.ts';
import { drawStroke } from './draw-path.ts';
import { glyphToSvgGroup } from './glyphs/glyph-to-svg.ts';
import { wrapText } from './draw-legend.ts';
import { kindNames } from './names.ts';
import { countOf } from './node-text.ts';
import type { Pen } from './pen.ts';
import type { LineKind, SceneLine, SceneNode } from './scene.ts';
import { element, round, textElement } from './svg.ts';
import { textWidth, type TextStyle } from './text-width.ts';
import { typeScale, type ColorToken } from './tokens.ts';

/** What a title block says beyond the drawing. */
export interface TitleBlock {
  /** The day as it is to be written: `2026-11-24`. */
  readonly date: string;
}

/** What is explained: the name of the design, and what of it is drawn. */
export interface Titled {
  readonly name: string;
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
}

const TITLE: TextStyle = { family: 'text', weight: 600, size: typeScale.title.size };
const WORDS: TextStyle = { family: 'text', weight: 400, size: typeScale.body.size };
const AIR = 12;
const SWATCH = { width: 26, height: 16 } as const;
const GLYPH = 16;
const ITEM_AIR = 7;

const lineNames: Readonly<Record<LineKind, string>> = {
  internet: 'way to the internet',
  vpn: 'VPN connection',
  peering: 'VPC peering connection',
  attachment: 'transit gateway attachment',
  'direct-connect': 'Direct Connect',
  replication: 'replication to the standby',
  interface: 'interface of an instance',
  target: 'target of a load balancer',
};

/** Nouns of AWS stay as they are written; others are small inside a list. */
const inList = (noun: string): string => (/^[A-Z][a-z]/.test(noun) && !/^(Region|Availability|Direct)/.test(noun) ? noun.charAt(0).toLowerCase() + noun.slice(1) : noun);

const nounOfBox = ({ kind, tone }: SceneNode): string => (kind === 'subnet' ? (tone === 'outside' ? 'subnet' : `${tone} subnet`) : inList(kindNames[kind]));

/** The first of each, by what it is called. */
function oneOfEach<Value>(values: readonly Value[], nameOf: (value: Value) => string): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const value of values) if (!found.has(nameOf(value))) found.set(nameOf(value), value);
  return found;
}

/** Containers from the outside in. */
const BOX_ORDER = ['Region', 'VPC', 'Availability Zone', 'public subnet', 'private subnet'];
const rankOf = (node: SceneNode): number => (BOX_ORDER.includes(nounOfBox(node)) ? BOX_ORDER.indexOf(nounOfBox(node)) : BOX_ORDER.length);

function boxItems(pen: Pen, nodes: readonly SceneNode[]): readonly Item[] {
  const boxes = oneOfEach([...nodes].filter(({ shape }) => shape === 'box').sort((a, b) => rankOf(a) - rankOf(b)), nounOfBox);
  return [...boxes].map(([words, { kind, tone }]) => ({
    width: SWATCH.width + ITEM_AIR,
    words,
    draw: (x, y) => drawFrame(pen, { kind, tone, place: { x, y: y - SWATCH.height / 2, ...SWATCH } }),
  }));
}

function nodeItems(pen: Pen, nodes: readonly SceneNode[]): readonly Item[] {
  const cards = oneOfEach(nodes.filter(({ shape }) => shape === 'card' || shape === 'gate'), ({ kind }) => inList(kindNames[kind]));
  const glyphs = [...cards].map(([words, { glyph, tone }]) => ({ words, glyph, color: pen.colors[`${tone}-text` as ColorToken] }));
  const chips = nodes.some((node) => node.chips.length > 0) ? [{ words: 'security group', glyph: 'security-group' as const, color: pen.colors['sg-text'] }] : [];
  return [...glyphs, ...chips].map(({ words, glyph, color }) => ({
    width: GLYPH + ITEM_AIR,
    words,
    draw: (x, y) => glyphToSvgGroup(glyph, { size: GLYPH, color, theme: pen.theme }, { x, y: y - GLYPH / 2 }),
  }));
}

function lineItems(pen: Pen, lines: readonly SceneLine[]): readonly Item[] {
  const kinds = oneOfEach(lines, ({ kind }) => lineNames[kind]);
  return [...kinds].map(([words, { kind }]) => ({
    width: SWATCH.width + ITEM_AIR,
    words,
    draw: (x, y) => drawStroke(pen, kind, { d: `M${round(x)} ${round(y)}h${SWATCH.width}`, isDimmed: false }),
  }));
}

const COUNTED = ['vpc', 'subnet', 'instance', 'db-instance', 'load-balancer'] as const;

function sayCounts(nodes: readonly SceneNode[]): string {
  const counted = COUNTED.map((kind) => ({ noun: inList(kindNames[kind]), count: nodes.filter((node) => node.kind === kind).length }));
  return counted
    .filter(({ count }) => count > 0)
    .map(({ noun, count }) => countOf(count, noun))
    .join(', ');
}

/** The name of the design, the day, how much is drawn, and what its boxes, glyphs and lines mean. */
export function drawTitleBlock(pen: Pen, { date }: TitleBlock, { titled, place }: { readonly titled: Titled; readonly place: LegendPlace }): Legend {
  const { name, nodes, lines } = titled;
  const rule = element('path', { d: `M${round(place.x)} ${round(place.y)}h${round(place.width)}`, stroke: pen.colors['line-2'] });
  const roomForName = place.width - textWidth(date, WORDS) - AIR;
  let y = place.y + AIR;
  const title = wrapText(name, roomForName, TITLE).map((line, index) => textElement(line, TITLE, { x: place.x, y: y + 15 + index * typeScale.title.line, fill: pen.colors['ink-1'] }));
  const day = textElement(date, WORDS, { x: place.x + place.width, y: y + 15, anchor: 'end', fill: pen.colors['ink-2'] });
  y += Math.max(1, title.length) * typeScale.title.line;
  const counts = wrapText(sayCounts(nodes), place.width, WORDS).map((line, index) => textElement(line, WORDS, { x: place.x, y: y + 13 + index * typeScale.body.line, fill: pen.colors['ink-2'] }));
  y += counts.length * typeScale.body.line + ITEM_AIR;
  const rows = [boxItems(pen, nodes), nodeItems(pen, nodes), lineItems(pen, lines)].map((items) => {
    const row = drawItems(pen, items, { ...place, y });
    y += row.height;
    return row.svg;
  });
  return { svg: [rule, ...title, day, ...counts, ...rows].join(''), height: y - place.y };
}
