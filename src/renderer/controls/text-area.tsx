import type { ComponentProps } from 'react';
import { useWiredAttributes } from './field-wiring.ts';
import styles from './input.module.css';
import { joinClasses } from './join-classes.ts';

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue' | 'onChange'> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly mono?: boolean | undefined;
  readonly label?: string | undefined;
}

/** Several lines of text, such as a user data script. */
export function TextArea({ value, onChange, mono, label, className, rows = 4, ...rest }: TextAreaProps) {
  const wired = useWiredAttributes();
  return (
    <div className={joinClasses(styles.box, styles.multiline, className)} data-invalid={wired['aria-invalid']}>
      <textarea
        rows={rows}
        spellCheck={false}
        aria-label={label}
        {...wired}
        {...rest}
        className={joinClasses(styles.input, mono && styles.mono)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
