import {
  INTER_ADVANCES,
  INTER_CHARACTERS,
  INTER_KERNING,
  INTER_KERNING_UNIT,
  INTER_UNITS_PER_EM,
} from './inter-metrics.ts';

export type TextFamily = 'text' | 'mono';
export type TextWeight = 400 | 500 | 600;

/** How a piece of text is set: `text` is Inter, `mono` is JetBrains Mono; `size` in px. */
export interface TextStyle {
  readonly family: TextFamily;
  readonly weight: TextWeight;
  readonly size: number;
}

/**
 * The font features the widths are true for; a drawing has to set them. Without them Inter turns `8x8` into `8×8` and
 * JetBrains Mono joins `->`, which changes what an address or a rule says.
 */
export const TEXT_FEATURE_SETTINGS = '"calt" 0';

/** Every glyph of JetBrains Mono advances 600 of 1,000 units. */
const MONO_ADVANCE = 0.6;
/** A letter without a table: wide enough for Latin, Greek and Cyrillic in the fallback fonts. */
const LETTER_ADVANCE = 0.75;
/** Ideographs, syllables and symbols fill a square. */
const SQUARE_ADVANCE = 1;
/** Noto Color Emoji advances 1.25 em and Segoe UI Emoji 1.37 em. */
const EMOJI_ADVANCE = 1.375;

const ZERO_WIDTH = /^[\p{Mark}\p{Cf}\p{Cc}\u{1F3FB}-\u{1F3FF}]$/u;
const EMOJI = /^[\p{Emoji_Presentation}\p{Extended_Pictographic}]$/u;
const SQUARE = /^[\u1100-\u115F\u2000-\u{3FFFD}]$/u;

const interAdvances: Readonly<Record<TextWeight, ReadonlyMap<string, number>>> = {
  400: readAdvances(INTER_ADVANCES[400]),
  500: readAdvances(INTER_ADVANCES[500]),
  600: readAdvances(INTER_ADVANCES[600]),
};
const interKerning = readKerning();

/**
 * The width of one line of text in px, as a browser sets it with kerning and `TEXT_FEATURE_SETTINGS`. Exact to a few
 * tenths of a pixel for the characters of the two fonts; for all others an estimate that is rather too wide than too
 * narrow. Line breaks count as nothing.
 */
export function textWidth(text: string, style: TextStyle): number {
  const advances = interAdvances[style.weight];
  let ems = 0;
  let previous = '';
  for (const character of text) {
    ems += style.family === 'mono' ? monoAdvance(character, advances) : textAdvance(character, advances);
    if (style.family === 'text') ems += interKerning.get(previous + character) ?? 0;
    previous = character;
  }
  return ems * style.size;
}

function textAdvance(character: string, advances: ReadonlyMap<string, number>): number {
  return advances.get(character) ?? advances.get(baseLetter(character)) ?? foreignAdvance(character);
}

function monoAdvance(character: string, advances: ReadonlyMap<string, number>): number {
  const isCovered = advances.has(character) || advances.has(baseLetter(character));
  return isCovered ? MONO_ADVANCE : foreignAdvance(character);
}

/** What neither font covers comes from a font of the system, in either family. */
function foreignAdvance(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  if (EMOJI.test(character)) return EMOJI_ADVANCE;
  return SQUARE.test(character) ? SQUARE_ADVANCE : LETTER_ADVANCE;
}

/** `č` is as wide as `c`: an accent above or below a letter does not widen it. */
function baseLetter(character: string): string {
  return character.normalize('NFD').charAt(0);
}

function readAdvances(units: readonly number[]): ReadonlyMap<string, number> {
  return new Map(
    Array.from(INTER_CHARACTERS, (character, index) => [character, (units[index] ?? 0) / INTER_UNITS_PER_EM]),
  );
}

function readKerning(): ReadonlyMap<string, number> {
  const kerning = new Map<string, number>();
  for (const [left, pairs] of INTER_KERNING) {
    for (const token of pairs.split('|')) addKerningToken(kerning, left, token);
  }
  return kerning;
}

function addKerningToken(kerning: Map<string, number>, left: string, token: string): void {
  const value = Number(token.slice(0, 3)) * INTER_KERNING_UNIT;
  for (const first of left) {
    for (const second of token.slice(3)) kerning.set(first + second, value);
  }
}
