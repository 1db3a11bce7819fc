import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { isGlyphId } from '@core/drawing/glyphs/index.ts';
import type { Part } from '@core/editing/parts.ts';

/** The glyph a part is offered with; a subnet has none before its routes say whether it is public. */
export function glyphOfPart({ kind, glyph }: Part): GlyphId {
  if (kind === 'subnet') return 'subnet-public';
  if (isGlyphId(kind)) return kind;
  return isGlyphId(glyph) ? glyph : 'unmodelled';
}
