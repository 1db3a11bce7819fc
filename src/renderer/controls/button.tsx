import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { Glyph } from './glyph.tsx';
import { joinClasses } from './join-classes.ts';
import { Kbd } from './kbd.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'ghost';
export type ButtonSize = 'small' | 'medium' | 'large';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** `primary` once a surface at most; `secondary` has an edge; `ghost` stands in bars. */
  readonly kind?: ButtonKind | undefined;
  /** 22, 26 or 28 px high. */
  readonly size?: ButtonSize | undefined;
  readonly glyph?: GlyphId | undefined;
  /** A key combination shown at the end. */
  readonly shortcut?: string | undefined;
  /** For a button that stays down: whether it is. */
  readonly pressed?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
}

/** A button with words. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'medium', glyph, shortcut, pressed, children, className, type, ...rest } = props;
  return (
    <button
      type={type ?? 'button'}
      aria-pressed={pressed}
      {...rest}
      className={joinClasses(styles.button, styles[kind], styles[size], className)}
    >
      {glyph && <Glyph id={glyph} size={size === 'small' ? 14 : 16} />}
      {children}
      {shortcut && <Kbd keys={shortcut} />}
    </button>
  );
}
