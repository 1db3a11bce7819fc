import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import type { Choice, ChoiceSection } from './choice.ts';
import { findChoice } from './choice.ts';
import type { ChoiceShape } from './choice-trigger.tsx';
import { ChosenWords, choiceTriggerClass } from './choice-trigger.tsx';
import styles from './choice.module.css';
import { ComboboxList } from './combobox-list.tsx';
import { useWiredAttributes } from './field-wiring.ts';

export interface ComboboxProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly sections: readonly ChoiceSection[];
  /** What is chosen here: the name of the list, and of the control where no field gives one. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** What to type, inside the search line. */
  readonly searchPlaceholder?: string | undefined;
  /** Said when nothing fits. */
  readonly emptySentence?: string | undefined;
  /** Makes a choice of what was typed, such as an address; undefined where it means nothing. */
  readonly readTyped?: ((typed: string) => Choice | undefined) | undefined;
  readonly shape?: ChoiceShape | undefined;
  readonly disabled?: boolean | undefined;
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** One of many choices, found by typing; sections, glyphs and details help to tell them apart. */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, sections, readTyped, defaultOpen = false } = props;
  const [open, setOpen] = useState(defaultOpen);
  const changeOpen = (next: boolean) => {
    setOpen(next);
    props.onOpenChange?.(next);
  };
  const listId = useId();
  const chosen = findChoice(sections, value) ?? (value === undefined ? undefined : readTyped?.(value));
  return (
    <Popover.Root open={open} onOpenChange={changeOpen}>
      <ComboboxTrigger {...props} chosen={chosen} listId={listId} open={open} />
      <Popover.Portal>
        <Popover.Content
          id={listId}
          className={styles.list}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={props.label}
        >
          <ComboboxList
            {...props}
            onChoose={(next) => {
              onChange(next);
              changeOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ComboboxTriggerProps extends ComboboxProps {
  readonly chosen: Choice | undefined;
  readonly listId: string;
  readonly open: boolean;
}

function ComboboxTrigger({ chosen, listId, open, label, placeholder, shape, disabled }: ComboboxTriggerProps) {
  const wired = useWiredAttributes();
  return (
    <Popover.Trigger asChild>
      <button
        type="button"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-label={wired.id === undefined ? label : undefined}
        {...wired}
        disabled={disabled}
        data-placeholder={chosen ? undefined : ''}
        className={choiceTriggerClass({ shape })}
      >
        <ChosenWords choice={chosen} placeholder={placeholder} />
      </button>
    </Popover.Trigger>
  );
}
