import type { KeyboardEvent } from 'react';
import { use, useState } from 'react';
import { FieldWiringContext, useWiredAttributes } from './field-wiring.ts';
import { IconButton } from './icon-button.tsx';
import styles from './input.module.css';
import { joinClasses } from './join-classes.ts';
import { useDraft } from './use-draft.ts';
import { readWholeNumber } from './whole-number.ts';

export interface NumberInputProps {
  readonly value: number | undefined;
  readonly onCommit: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
  /** Hides the two step buttons. */
  readonly plain?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly label?: string | undefined;
  /** Words after the number, such as a unit. */
  readonly trailing?: string | undefined;
  readonly lowerLabel?: string | undefined;
  readonly raiseLabel?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A whole number: typed, stepped with the arrow keys, or stepped with two buttons. */
export function NumberInput(props: NumberInputProps) {
  const { value, min, max, mono, label, trailing, disabled, className } = props;
  const field = useNumberField(props);
  return (
    <div className={joinClasses(styles.box, className)} data-invalid={field.invalid || undefined}>
      <input
        type="text"
        inputMode="numeric"
        role="spinbutton"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        {...field.wired}
        aria-invalid={field.invalid || undefined}
        disabled={disabled}
        className={joinClasses(styles.input, mono && styles.mono)}
        value={field.draft.text}
        data-dirty={field.draft.isDirty || undefined}
        onChange={(event) => field.draft.type(event.target.value)}
        onBlur={field.draft.commit}
        onKeyDown={field.onKeyDown}
      />
      {trailing && <span className={styles.trailing}>{trailing}</span>}
      {!props.plain && <Steppers {...props} onStep={field.stepBy} />}
    </div>
  );
}

function useNumberField({ value, onCommit, min, max, step = 1 }: NumberInputProps) {
  const { reportProblem } = use(FieldWiringContext);
  const wired = useWiredAttributes();
  const [problem, setProblem] = useState<string | undefined>();
  const say = (sentence: string | undefined) => {
    setProblem(sentence);
    reportProblem(sentence);
  };
  const written = value === undefined ? '' : String(value);
  const draft = useDraft({
    value: written,
    invalid: problem !== undefined,
    onChange: (text) => {
      const reading = readWholeNumber(text, { min, max });
      say(reading.ok || text === written ? undefined : reading.problem);
    },
    onCommit: (text) => {
      const reading = readWholeNumber(text, { min, max });
      if (reading.ok) onCommit(reading.value);
    },
  });
  const stepBy = (direction: 1 | -1) => {
    const reading = readWholeNumber(draft.text, { min, max });
    const from = reading.ok ? reading.value : (value ?? min);
    const next = Math.min(max, Math.max(min, from + direction * step));
    draft.drop();
    say(undefined);
    if (next !== value) onCommit(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      stepBy(event.key === 'ArrowUp' ? 1 : -1);
    }
    draft.onKeyDown(event);
  };
  return { draft, wired, invalid: problem !== undefined || wired['aria-invalid'] === true, stepBy, onKeyDown };
}

interface SteppersProps extends NumberInputProps {
  readonly onStep: (direction: 1 | -1) => void;
}

function Steppers({ value, min, max, lowerLabel, raiseLabel, disabled, onStep }: SteppersProps) {
  return (
    <span className={styles.steppers}>
      <IconButton
        glyph="minus"
        size="small"
        label={lowerLabel ?? 'Lower'}
        disabled={disabled === true || (value !== undefined && value <= min)}
        onClick={() => onStep(-1)}
      />
      <IconButton
        glyph="plus"
        size="small"
        label={raiseLabel ?? 'Raise'}
        disabled={disabled === true || (value !== undefined && value >= max)}
        onClick={() => onStep(1)}
      />
    </span>
  );
}
