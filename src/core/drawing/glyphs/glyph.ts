import type { ColorToken, Hue } from '../tokens.ts';

/** What a stroke or a fill is painted with: the surrounding colour, nothing, or a colour of the theme. */
export type GlyphInk = 'current' | 'none' | Exclude<ColorToken, 'none'>;

/** One path on a 20 x 20 grid. Left out: no fill, a stroke in the surrounding colour, 1.5 wide, round ends and joins. */
export interface GlyphPath {
  readonly d: string;
  readonly fill?: GlyphInk;
  readonly stroke?: GlyphInk;
  readonly width?: number;
  readonly dash?: string;
}

/** A glyph: its paths, and the hue of the thing it stands for, where it stands for one. */
export interface Glyph {
  readonly paths: readonly GlyphPath[];
  readonly hue?: Hue;
}

export const GLYPH_GRID = 20;
export const GLYPH_STROKE = 1.5;

type Paint = Omit<GlyphPath, 'd'>;
const filled: Paint = { fill: 'current', stroke: 'none' };

export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

export interface RoundedRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** A path as written. */
export function line(d: string, paint: Paint = {}): GlyphPath {
  return { d, ...paint };
}

/** An ellipse that starts at its right and runs clockwise, so that dashes fall as on an SVG `ellipse`. */
export function ellipse({ x, y, rx, ry }: Ellipse, paint: Paint = {}): GlyphPath {
  const half = `a${rx} ${ry} 0 0 1 `;
  return { d: `M${trim(x + rx)} ${y}${half}${trim(-2 * rx)} 0${half}${trim(2 * rx)} 0z`, ...paint };
}

/** A circle around (x, y). */
export function circle(center: readonly [x: number, y: number], radius: number, paint: Paint = {}): GlyphPath {
  return ellipse({ x: center[0], y: center[1], rx: radius, ry: radius }, paint);
}

/** A filled circle in the surrounding colour. */
export function dot(center: readonly [x: number, y: number], radius: number): GlyphPath {
  return circle(center, radius, filled);
}

/** A rectangle with round corners, from its top left clockwise. */
export function rectangle({ x, y, width, height, radius: r }: RoundedRectangle, paint: Paint = {}): GlyphPath {
  const h = trim(width - 2 * r);
  const v = trim(height - 2 * r);
  const corner = `a${r} ${r} 0 0 1 `;
  const d = `M${trim(x + r)} ${y}h${h}${corner}${r} ${r}v${v}${corner}-${r} ${r}h-${h}${corner}-${r}-${r}v-${v}${corner}${r}-${r}z`;
  return { d, ...paint };
}

/** Cuts the noise of binary fractions: 17.6 rather than 17.599999999999998. */
function trim(value: number): number {
  return Math.round(value * 1000) / 1000;
}
