import type { ComponentProps, ReactNode } from 'react';
import { useWiredAttributes } from './field-wiring.ts';
import styles from './input.module.css';
import { joinClasses } from './join-classes.ts';
import { useDraft } from './use-draft.ts';

type NativeProps = Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'type' | 'size'>;

export interface TextInputProps extends NativeProps {
  readonly value: string;
  /** Every change while typing. */
  readonly onChange?: ((text: string) => void) | undefined;
  /** Enter or leaving the input. With it, typing is a draft that Escape puts back. */
  readonly onCommit?: ((text: string) => void) | undefined;
  /** Addresses, ports and rules are set in mono. */
  readonly mono?: boolean | undefined;
  /** The name, where no field gives one. */
  readonly label?: string | undefined;
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
  readonly type?: 'text' | 'search' | undefined;
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { value, onChange, onCommit, mono, label, leading, trailing, className, onBlur, onKeyDown, ...rest } = props;
  const wired = useWiredAttributes();
  const invalid = wired['aria-invalid'] === true;
  const draft = useDraft({ value, invalid, onChange, onCommit });
  return (
    <div className={joinClasses(styles.box, className)} data-invalid={invalid || undefined}>
      {leading}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        {...wired}
        {...rest}
        className={joinClasses(styles.input, mono && styles.mono)}
        value={draft.text}
        data-dirty={draft.isDirty || undefined}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={(event) => {
          draft.commit();
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          draft.onKeyDown(event);
          onKeyDown?.(event);
        }}
      />
      {trailing && <span className={styles.trailing}>{trailing}</span>}
    </div>
  );
}
