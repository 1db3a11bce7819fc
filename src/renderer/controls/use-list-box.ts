import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { Choice } from './choice.ts';
import { lineAfterKey, lineAfterTyping } from './list-keys.ts';

export interface ListBoxOptions {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly defaultOpen: boolean;
  readonly onOpenChange: ((open: boolean) => void) | undefined;
}

/** Letters typed within this many ms belong together. */
const TYPING_PAUSE = 700;

/** Keys of a button that opens a list and keeps the focus while it is open. */
export function useListBox({ choices, value, onChange, defaultOpen, onOpenChange }: ListBoxOptions) {
  const chosen = choices.findIndex((choice) => choice.value === value);
  const [open, setOpen] = useState(defaultOpen);
  const [active, setActive] = useState(chosen);
  const typing = useRef({ letters: '', until: 0 });
  const changeOpen = (next: boolean) => {
    if (next) setActive(chosen);
    setOpen(next);
    onOpenChange?.(next);
  };
  const choose = (index: number) => {
    const choice = choices[index];
    if (!choice || choice.disabled) return;
    if (choice.value !== value) onChange(choice.value);
    changeOpen(false);
  };
  const typeLetter = (letter: string, now: number) => {
    const { letters, until } = typing.current;
    const typed = now < until ? letters + letter : letter;
    typing.current = { letters: typed, until: now + TYPING_PAUSE };
    const next = lineAfterTyping(typed, active, choices);
    if (next !== undefined) setActive(next);
  };
  const onOpenKey = (event: KeyboardEvent): boolean => {
    const next = event.altKey ? undefined : lineAfterKey(event.key, active, choices);
    const isTyping = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter' || event.key === ' ' || event.key === 'Tab') choose(active);
    else if (isTyping) typeLetter(event.key, event.timeStamp);
    // Tab goes on to the next control.
    return event.key !== 'Tab';
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return;
    const opens = ['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key);
    if (!open && !opens) return;
    if (open ? onOpenKey(event) : opens) event.preventDefault();
    if (!open) changeOpen(true);
  };
  return { open, active, setActive, changeOpen, choose, onKeyDown };
}
