import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { Hue } from '@core/drawing/tokens.ts';
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { Glyph } from './glyph.tsx';
import { joinClasses } from './join-classes.ts';

export interface ChipProps {
  readonly children: ReactNode;
  readonly glyph?: GlyphId | undefined;
  /** Addresses, ports and rules are set in mono. */
  readonly mono?: boolean | undefined;
  /** What the thing is: a filled chip in its hue, 14 px high. Without it the chip has an edge and is 18 px high. */
  readonly hue?: Hue | undefined;
  /** What the answer is, for a chip that names the deciding row. */
  readonly tone?: 'pass' | 'fail' | 'warn' | undefined;
  /** Makes the chip a button. */
  readonly onClick?: (() => void) | undefined;
  /** The button's name, where the words in the chip do not say what it does. */
  readonly label?: string | undefined;
}

/** A small piece of evidence or a small thing: an address, a rule, a security group. */
export function Chip({ children, glyph, mono, hue, tone, onClick, label }: ChipProps) {
  const shared = {
    className: joinClasses(styles.chip, mono && styles.mono, hue && styles.hued),
    'data-hue': hue,
    'data-tone': tone,
  };
  const content = (
    <>
      {glyph && <Glyph id={glyph} size={11} />}
      {children}
    </>
  );
  if (!onClick) return <span {...shared}>{content}</span>;
  return (
    <button type="button" {...shared} aria-label={label} onClick={onClick}>
      {content}
    </button>
  );
}

/** A number in a small box, beside the word it counts. */
export function CountBadge({ count, tone }: { readonly count: number; readonly tone?: 'fail' | 'warn' | undefined }) {
  return (
    <span className={styles.count} data-tone={tone}>
      {count.toLocaleString('en')}
    </span>
  );
}
