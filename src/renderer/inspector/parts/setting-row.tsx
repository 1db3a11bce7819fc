import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { useId, type ReactNode } from 'react';
import { Glyph } from '../../controls/glyph.tsx';
import { joinClasses } from '../../controls/join-classes.ts';
import styles from './parts.module.css';

export interface SettingRowProps {
  readonly label: string;
  readonly glyph?: GlyphId | undefined;
  /** What is set now, in words. */
  readonly value?: ReactNode;
  /** The control, or a remark. */
  readonly end?: ReactNode;
  readonly isBad?: boolean | undefined;
  /** Gives the label no more room than its words need. */
  readonly isTight?: boolean | undefined;
}

/** A setting on one line: what it is, what it is set to, and the control that changes it. Long values wrap. */
export function SettingRow({ label, glyph, value, end, isBad, isTight }: SettingRowProps) {
  const labelId = useId();
  return (
    <div className={joinClasses(styles.line, isBad && styles.bad)} role="group" aria-labelledby={labelId}>
      {glyph && <Glyph id={glyph} hue="own" />}
      <span className={joinClasses(styles.what, value === undefined && styles.wide, isTight && styles.tight)} id={labelId}>
        {label}
      </span>
      {value !== undefined && <span className={styles.value}>{value}</span>}
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </div>
  );
}
