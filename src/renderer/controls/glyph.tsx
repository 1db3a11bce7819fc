import type { GlyphInk, GlyphPath } from '@core/drawing/glyphs/glyph.ts';
import { GLYPH_GRID, GLYPH_STROKE } from '@core/drawing/glyphs/glyph.ts';
import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { glyphs } from '@core/drawing/glyphs/index.ts';
import type { Hue } from '@core/drawing/tokens.ts';
import styles from './glyph.module.css';
import { joinClasses } from './join-classes.ts';

export interface GlyphProps {
  readonly id: GlyphId;
  /** Edge length in px. */
  readonly size?: number | undefined;
  /** The hue to paint it in; `own` is the one of the thing it stands for. Without it the glyph takes the text's colour. */
  readonly hue?: Hue | 'own' | undefined;
  /** Its name, where no words stand beside it. Without it the glyph is decoration. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** One of the product's glyphs, inline. */
export function Glyph({ id, size = 16, hue, label, className }: GlyphProps) {
  const tone = hue === 'own' ? glyphs[id].hue : hue;
  return (
    <svg
      className={joinClasses(styles.glyph, tone && styles.hued, className)}
      data-hue={tone}
      width={size}
      height={size}
      viewBox={`0 0 ${GLYPH_GRID} ${GLYPH_GRID}`}
      strokeWidth={GLYPH_STROKE}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {glyphs[id].paths.map((path) => (
        <GlyphPathElement key={path.d} path={path} />
      ))}
    </svg>
  );
}

function GlyphPathElement({ path }: { readonly path: GlyphPath }) {
  return (
    <path
      d={path.d}
      fill={path.fill === undefined ? undefined : inkColor(path.fill)}
      stroke={inkColor(path.stroke ?? 'current')}
      strokeWidth={path.width}
      strokeDasharray={path.dash}
    />
  );
}

function inkColor(ink: GlyphInk): string {
  if (ink === 'none') return 'none';
  return ink === 'current' ? 'currentColor' : `var(--${ink})`;
}
