import { useState, type ReactNode } from 'react';
import { Field } from '../../controls/field.tsx';
import { TextInput } from '../../controls/text-input.tsx';

export interface PlainFieldProps {
  readonly label: string;
  readonly value: string;
  /** What is wrong with a text, in one sentence; asked while it is typed. */
  readonly judge?: ((typed: string) => string | undefined) | undefined;
  readonly onCommit: (text: string) => void;
  readonly mono?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly labelHidden?: boolean | undefined;
  readonly trailing?: ReactNode;
}

/** One line of text that is taken over by Enter or by leaving it, and judged while it is typed. */
export function PlainField({ label, value, judge, onCommit, hint, labelHidden, ...input }: PlainFieldProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} problem={typed === value ? undefined : judge?.(typed)}>
      <TextInput
        {...input}
        value={value}
        onChange={setTyped}
        onCommit={(text) => {
          setTyped(value);
          onCommit(text);
        }}
      />
    </Field>
  );
}
