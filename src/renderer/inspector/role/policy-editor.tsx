import { readPolicyText, type PolicyUse } from '@core/model/read-policy-text.ts';
import type { PolicyDocument } from '@core/model/resources/iam-role.ts';
import { useState } from 'react';
import { Field } from '../../controls/field.tsx';
import { TextArea } from '../../controls/text-area.tsx';

const INDENT = 2;
const MOST_ROWS = 16;
const FEWEST_ROWS = 4;

const textOf = (document: PolicyDocument | undefined): string => (document === undefined ? '' : JSON.stringify(document, null, INDENT));

/** Whether a typed text already says what the design holds, in whatever spacing. */
function says(typed: string, shown: string, use: PolicyUse): boolean {
  if (typed.trim() === '') return shown === '';
  const read = readPolicyText(typed, use);
  return read.ok && textOf(read.document) === shown;
}

const rowsFor = (text: string): number => Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, text.split('\n').length));

export interface PolicyEditorProps {
  readonly label: string;
  readonly document: PolicyDocument | undefined;
  readonly use: PolicyUse;
  /** Takes the document over; without it the text is only read. `undefined` where it was emptied, if that may be. */
  readonly onChange?: ((document: PolicyDocument | undefined) => void) | undefined;
  readonly mayBeEmpty?: boolean | undefined;
}

/** A policy document as JSON. What is typed is taken over as soon as it is whole; until then the line at fault is named. */
export function PolicyEditor({ label, document, use, onChange, mayBeEmpty = false }: PolicyEditorProps) {
  const shown = textOf(document);
  const [typed, setTyped] = useState(shown);
  const [last, setLast] = useState(shown);
  if (shown !== last) {
    setLast(shown);
    if (!says(typed, shown, use)) setTyped(shown);
  }
  const isEmpty = mayBeEmpty && typed.trim() === '';
  const read = readPolicyText(typed, use);
  const type = (text: string) => {
    setTyped(text);
    const next = readPolicyText(text, use);
    if (mayBeEmpty && text.trim() === '') onChange?.(undefined);
    else if (next.ok) onChange?.(next.document);
  };
  return (
    <Field label={label} labelHidden problem={isEmpty || read.ok || !onChange ? undefined : read.problem}>
      <TextArea mono rows={rowsFor(typed)} readOnly={!onChange} value={typed} onChange={type} />
    </Field>
  );
}
