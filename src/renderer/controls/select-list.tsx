import { useEffect, useRef } from 'react';
import { ChoiceWords } from './choice-words.tsx';
import styles from './choice.module.css';
import type { Choice, ChoiceSection } from './choice.ts';
import { Glyph } from './glyph.tsx';
import type { useListBox } from './use-list-box.ts';

type ListBox = ReturnType<typeof useListBox>;

export interface SelectListProps {
  readonly id: string;
  readonly label: string | undefined;
  readonly sections: readonly ChoiceSection[];
  readonly value: string | undefined;
  readonly list: ListBox;
}

/** The open list of a select. */
export function SelectList({ id, label, sections, value, list }: SelectListProps) {
  const choices = sections.flatMap((section) => section.choices);
  const option = (choice: Choice) => {
    const index = choices.indexOf(choice);
    return (
      <Option
        key={choice.value}
        id={`${id}-${index}`}
        choice={choice}
        chosen={choice.value === value}
        active={index === list.active}
        onHover={() => list.setActive(index)}
        onChoose={() => list.choose(index)}
      />
    );
  };
  return (
    <div id={id} role="listbox" aria-label={label ?? 'Choices'} className={styles.scroll}>
      {sections.map((section) =>
        section.title === '' ? (
          section.choices.map(option)
        ) : (
          <div key={section.title} role="group" aria-label={section.title}>
            <div className={styles.group} aria-hidden="true">
              {section.title}
            </div>
            {section.choices.map(option)}
          </div>
        ),
      )}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly onHover: () => void;
  readonly onChoose: () => void;
}

function Option({ id, choice, chosen, active, onHover, onChoose }: OptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={choice.disabled}
      data-highlighted={active ? '' : undefined}
      data-disabled={choice.disabled ? '' : undefined}
      className={styles.option}
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => active || choice.disabled || onHover()}
      onClick={onChoose}
    >
      <span className={styles.tick}>{chosen && <Glyph id="check" size={14} />}</span>
      <ChoiceWords choice={choice} />
    </div>
  );
}
