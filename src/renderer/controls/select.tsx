import { Popover } from 'radix-ui';
import { useId } from 'react';
import type { ChoiceShape } from './choice-trigger.tsx';
import { ChosenWords, choiceTriggerClass } from './choice-trigger.tsx';
import styles from './choice.module.css';
import type { Choice, ChoiceSection } from './choice.ts';
import { findChoice } from './choice.ts';
import { useWiredAttributes } from './field-wiring.ts';
import { SelectList } from './select-list.tsx';
import { useListBox } from './use-list-box.ts';

export interface SelectProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[] | readonly ChoiceSection[];
  /** The name, where no field gives one. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  /** `plain` has no edge, for rows of an inspector; `wide` fills its place. */
  readonly shape?: ChoiceShape | undefined;
  readonly disabled?: boolean | undefined;
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** One of a few choices. Longer lists deserve a combobox. The focus stays on the button while the list is open. */
export function Select(props: SelectProps) {
  const { value, onChange, label, defaultOpen = false, onOpenChange } = props;
  const sections = toSections(props.choices);
  const choices = sections.flatMap((section) => section.choices);
  const list = useListBox({ choices, value, onChange, defaultOpen, onOpenChange });
  const listId = useId();
  return (
    <Popover.Root open={list.open} onOpenChange={list.changeOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          role="combobox"
          aria-haspopup="listbox"
          aria-expanded={list.open}
          aria-controls={list.open ? listId : undefined}
          aria-activedescendant={list.open && list.active >= 0 ? `${listId}-${list.active}` : undefined}
          aria-label={label}
          {...useWiredAttributes()}
          disabled={props.disabled}
          autoFocus={defaultOpen}
          data-placeholder={findChoice(sections, value) ? undefined : ''}
          className={choiceTriggerClass({ shape: props.shape, size: props.size })}
          onKeyDown={list.onKeyDown}
        >
          <ChosenWords choice={findChoice(sections, value)} placeholder={props.placeholder} />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.list}
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
        >
          <SelectList id={listId} label={label} sections={sections} value={value} list={list} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function toSections(choices: readonly Choice[] | readonly ChoiceSection[]): readonly ChoiceSection[] {
  const sections = choices.filter((entry): entry is ChoiceSection => 'choices' in entry);
  if (sections.length > 0) return sections;
  return [{ title: '', choices: choices.filter((entry): entry is Choice => 'value' in entry) }];
}
