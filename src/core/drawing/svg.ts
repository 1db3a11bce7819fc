import type { TextStyle } from './text-width.ts';
import { fontStacks } from './tokens.ts';

/** What an attribute may hold; `undefined` leaves it out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML 1.0 (section 2.2) does not allow in a document: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as XML text or attribute value; what XML cannot carry is left out, as it has no width where it is measured. */
export const escapeXml = (text: string): string => text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** A number for a drawing: two decimals, no noise of binary fractions. */
export const round = (value: number): number => Math.round(value * 100) / 100;

function writeAttributes(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`;
  }
  return text;
}

/** An element; `content` is markup already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  return content === '' ? `<${name}${writeAttributes(attributes)}/>` : `<${name}${writeAttributes(attributes)}>${content}</${name}>`;
}

const RGBA = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/;
const HEXADECIMAL = 16;

/** A colour as `fill` or `stroke`: programs that read SVG 1.1 know no `rgba()`, so its opacity has an attribute of its own. */
export function paint(kind: 'fill' | 'stroke', color: string): Attributes {
  const parts = RGBA.exec(color);
  if (!parts) return { [kind]: color };
  const hex = parts.slice(1, 4).map((part) => Number(part).toString(HEXADECIMAL).padStart(2, '0'));
  return { [kind]: `#${hex.join('')}`, [`${kind}-opacity`]: parts[4] };
}

export interface TextPlace {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A colour around the letters that keeps lines behind them off. */
  readonly halo?: string;
}

const HALO_WIDTH = 4;

/** One line of text; nothing where it is empty. */
export function textElement(text: string, style: TextStyle, { fill, ...place }: TextPlace & { readonly fill: string }): string {
  if (text === '') return '';
  const halo: Attributes =
    place.halo === undefined ? {} : { stroke: place.halo, 'stroke-width': HALO_WIDTH, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  const attributes: Attributes = {
    x: place.x,
    y: place.y,
    'font-family': style.family === 'mono' ? fontStacks.mono : undefined,
    'font-size': style.size,
    'font-weight': style.weight === 400 ? undefined : style.weight,
    'text-anchor': place.anchor === 'start' ? undefined : place.anchor,
    fill,
    ...halo,
  };
  return element('text', attributes, escapeXml(text));
}
