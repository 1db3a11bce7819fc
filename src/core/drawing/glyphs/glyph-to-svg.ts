import type { ThemeName } from '../tokens.ts';
import { themes } from '../tokens.ts';
import type { GlyphInk, GlyphPath } from './glyph.ts';
import { GLYPH_GRID, GLYPH_STROKE } from './glyph.ts';
import type { GlyphId } from './index.ts';
import { glyphs } from './index.ts';

/** `size` in px; `color` is any CSS colour, for all that is not an answer; answers take their colours from the theme. */
export interface GlyphSvgOptions {
  readonly size: number;
  readonly color: string;
  readonly theme?: ThemeName;
}

/** A place in a drawing, in its units: the top left corner of the glyph. */
export interface GlyphPlace {
  readonly x: number;
  readonly y: number;
}

/** A glyph as an `svg` element of its own. The answer is text without any reference, so it can stand in a file. */
export function glyphToSvg(id: GlyphId, options: GlyphSvgOptions): string {
  const { size } = options;
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${GLYPH_GRID} ${GLYPH_GRID}"`;
  return `<svg ${frame}>${group(id, options, '')}</svg>`;
}

/** A glyph as a `g` element placed inside a drawing. */
export function glyphToSvgGroup(id: GlyphId, options: GlyphSvgOptions, place: GlyphPlace): string {
  const scale = Math.round((options.size / GLYPH_GRID) * 10000) / 10000;
  return group(id, options, ` transform="translate(${place.x} ${place.y}) scale(${scale})"`);
}

function group(id: GlyphId, options: GlyphSvgOptions, transform: string): string {
  const pen = `fill="none" stroke-width="${GLYPH_STROKE}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<g${transform} ${pen}>${glyphs[id].paths.map((path) => pathElement(path, options)).join('')}</g>`;
}

function pathElement(path: GlyphPath, options: GlyphSvgOptions): string {
  const attributes = [
    ['d', path.d],
    ['fill', path.fill === undefined ? undefined : inkColor(path.fill, options)],
    ['stroke', inkColor(path.stroke ?? 'current', options)],
    ['stroke-width', path.width?.toString()],
    ['stroke-dasharray', path.dash],
  ] as const;
  const present = attributes.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escape(value)}"`]));
  return `<path ${present.join(' ')}/>`;
}

function inkColor(ink: GlyphInk, { color, theme = 'light' }: GlyphSvgOptions): string {
  if (ink === 'none') return 'none';
  return ink === 'current' ? color : themes[theme][ink];
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
