import type { KeyboardEvent } from 'react';
import { useState } from 'react';

export interface DraftOptions {
  readonly value: string;
  /** Whether what is typed may be taken over. */
  readonly invalid: boolean;
  readonly onChange: ((text: string) => void) | undefined;
  readonly onCommit: ((text: string) => void) | undefined;
}

export interface Draft {
  readonly text: string;
  /** Typed, and not yet taken over. */
  readonly isDirty: boolean;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  /** Forgets what was typed. */
  readonly drop: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The text of an input that is taken over by Enter or by leaving it, and put back by Escape. While what was typed has a
 * problem it stays as typed and is not taken over. Without `onCommit` every change counts at once.
 */
export function useDraft({ value, invalid, onChange, onCommit }: DraftOptions): Draft {
  const [draft, setDraft] = useState<string | undefined>();
  const isDirty = draft !== undefined && draft !== value;
  const type = (text: string) => {
    if (onCommit) setDraft(text);
    onChange?.(text);
  };
  const drop = () => setDraft(undefined);
  const commit = () => {
    if (isDirty && invalid) return;
    drop();
    if (isDirty) onCommit?.(draft);
  };
  const revert = () => {
    drop();
    onChange?.(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || !isDirty) return;
    event.stopPropagation();
    revert();
  };
  return { text: draft ?? value, isDirty, type, commit, drop, onKeyDown };
}
