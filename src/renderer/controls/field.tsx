import type { ReactNode } from 'react';
import { useId, useMemo, useState } from 'react';
import { FieldWiringContext } from './field-wiring.ts';
import styles from './field.module.css';
import { Glyph } from './glyph.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface FieldProps {
  readonly label: string;
  /** One control: a text or number input, a select, a combobox. */
  readonly children: ReactNode;
  /** A sentence that is always there. */
  readonly hint?: string | undefined;
  /** What is wrong, where, and what to do: one sentence. */
  readonly problem?: string | undefined;
  /** What works but deserves a look: one sentence. */
  readonly warning?: string | undefined;
  /** `stacked` puts the label above, `inline` beside. */
  readonly layout?: 'stacked' | 'inline' | undefined;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean | undefined;
}

/** A control with its label, hint and problem, tied together for screen readers. */
export function Field({ label, children, hint, problem, warning, layout = 'stacked', labelHidden }: FieldProps) {
  const controlId = useId();
  const [ownProblem, setOwnProblem] = useState<string | undefined>();
  const fault = problem ?? ownProblem;
  const remark = fault ?? warning;
  const describedBy =
    [remark && `${controlId}-remark`, hint && `${controlId}-hint`].filter(Boolean).join(' ') || undefined;
  const invalid = fault !== undefined;
  const wiring = useMemo(
    () => ({ controlId, describedBy, invalid, reportProblem: setOwnProblem }),
    [controlId, describedBy, invalid],
  );
  return (
    <div className={styles[layout]}>
      <label className={styles.label} htmlFor={controlId}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      <FieldWiringContext value={wiring}>{children}</FieldWiringContext>
      <Remark id={`${controlId}-remark`} sentence={remark} tone={invalid ? 'fail' : 'warn'} />
      {hint && (
        <p id={`${controlId}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface RemarkProps {
  readonly id: string;
  readonly sentence: string | undefined;
  readonly tone: 'fail' | 'warn';
}

/** Stays in the page while empty: a live region that appears together with its words is not read out. */
function Remark({ id, sentence, tone }: RemarkProps) {
  return (
    <p id={id} className={styles.problem} data-tone={tone} aria-live="polite">
      {sentence && <Glyph id={`answer-${tone}`} size={14} />}
      {sentence}
    </p>
  );
}
