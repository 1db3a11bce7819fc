import { Switch as Primitive } from 'radix-ui';
import { useId } from 'react';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What is on or off. */
  readonly label: string;
  /** Keeps the label for screen readers only, where the row already shows the words. */
  readonly labelHidden?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** A setting that takes effect at once. */
export function Switch({ checked, onChange, label, labelHidden, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <span className={styles.row}>
      <Primitive.Root
        id={id}
        className={styles.switch}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-label={labelHidden ? label : undefined}
      >
        <Primitive.Thumb className={styles.thumb} />
      </Primitive.Root>
      {!labelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
    </span>
  );
}
