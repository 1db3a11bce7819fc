import { Checkbox as Primitive } from 'radix-ui';
import { useId } from 'react';
import styles from './checkbox.module.css';
import { Glyph } from './glyph.tsx';

export interface CheckboxProps {
  /** `some` is neither on nor off: a group of which a part is on. */
  readonly checked: boolean | 'some';
  readonly onChange: (checked: boolean) => void;
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** A choice that something else takes over later, or a line of a list that is picked. */
export function Checkbox({ checked, onChange, label, labelHidden, disabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <span className={styles.row}>
      <Primitive.Root
        id={id}
        className={styles.box}
        checked={checked === 'some' ? 'indeterminate' : checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled}
        aria-label={labelHidden ? label : undefined}
      >
        <Primitive.Indicator>
          <Glyph id={checked === 'some' ? 'minus' : 'check'} size={13} />
        </Primitive.Indicator>
      </Primitive.Root>
      {!labelHidden && <label htmlFor={id}>{label}</label>}
    </span>
  );
}
