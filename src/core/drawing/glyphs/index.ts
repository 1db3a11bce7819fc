import { answerGlyphs } from './answer-glyphs.ts';
import { canvasGlyphs } from './canvas-glyphs.ts';
import type { Glyph } from './glyph.ts';
import { interfaceGlyphs } from './interface-glyphs.ts';
import { networkGlyphs } from './network-glyphs.ts';
import { resourceGlyphs } from './resource-glyphs.ts';

const all = { ...networkGlyphs, ...resourceGlyphs, ...answerGlyphs, ...canvasGlyphs, ...interfaceGlyphs } as const;

export type GlyphId = keyof typeof all;

/** Every glyph of the product, drawn for it on a 20 x 20 grid. */
export const glyphs: Readonly<Record<GlyphId, Glyph>> = all;

/** The same glyphs by family, for pages that show them. */
export const glyphFamilies: Readonly<Record<string, readonly GlyphId[]>> = {
  Network: keysOf(networkGlyphs),
  Resources: keysOf(resourceGlyphs),
  Answers: keysOf(answerGlyphs),
  Canvas: keysOf(canvasGlyphs),
  Interface: keysOf(interfaceGlyphs),
};

/** Whether a word is the name of a glyph: for kinds that come from data. */
export function isGlyphId(word: string): word is GlyphId {
  return Object.hasOwn(all, word);
}

function keysOf(family: Readonly<Record<string, Glyph>>): readonly GlyphId[] {
  return Object.keys(family).filter(isGlyphId);
}
