import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { Hue } from '@core/drawing/tokens.ts';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import type { ButtonKind, ButtonSize } from './button.tsx';
import { Glyph } from './glyph.tsx';
import { joinClasses } from './join-classes.ts';
import type { TooltipSide } from './tooltip.tsx';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label'> {
  readonly glyph: GlyphId;
  /** The button's name: a verb, shown as tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly kind?: ButtonKind | undefined;
  readonly size?: ButtonSize | undefined;
  readonly glyphSize?: number | undefined;
  readonly hue?: Hue | 'own' | undefined;
  readonly pressed?: boolean | undefined;
  readonly tooltipSide?: TooltipSide | undefined;
}

/** A button that shows a glyph alone; its name is never missing. */
export function IconButton(props: IconButtonProps) {
  const { glyph, label, shortcut, kind = 'ghost', size = 'medium', glyphSize, hue, pressed, ...others } = props;
  const { tooltipSide, className, ...rest } = others;
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={joinClasses(styles.button, styles.square, styles[kind], styles[size], className)}
      >
        <Glyph id={glyph} hue={hue} size={glyphSize ?? (size === 'small' ? 14 : 16)} />
      </button>
    </Tooltip>
  );
}
