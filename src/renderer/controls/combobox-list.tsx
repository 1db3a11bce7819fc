import { Command } from 'cmdk';
import { useState } from 'react';
import { ChoiceWords } from './choice-words.tsx';
import type { Choice, ChoiceSection } from './choice.ts';
import { findChoice, scoreChoice } from './choice.ts';
import styles from './choice.module.css';
import { Glyph } from './glyph.tsx';

export interface ComboboxListProps {
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly sections: readonly ChoiceSection[];
  readonly label: string;
  readonly searchPlaceholder?: string | undefined;
  readonly emptySentence?: string | undefined;
  /** Called with what stands in the search line: for sections that are found by it. */
  readonly onTyped?: ((typed: string) => void) | undefined;
  readonly readTyped?: ((typed: string) => Choice | undefined) | undefined;
}

/** The search line and the list below it. */
export function ComboboxList(props: ComboboxListProps) {
  const { value, onChoose, sections, label, searchPlaceholder = 'Search', emptySentence, readTyped, onTyped } = props;
  const [typed, setTyped] = useState('');
  const type = (next: string): void => {
    setTyped(next);
    onTyped?.(next);
  };
  const own = typed.trim() === '' ? undefined : readTyped?.(typed.trim());
  const filter = (candidate: string, search: string) => {
    const choice = findChoice(sections, candidate);
    return choice ? scoreChoice(choice, search) : 1;
  };
  return (
    <Command className={styles.command} label={label} filter={filter} loop defaultValue={value ?? ''}>
      <div className={styles.search}>
        <Glyph id="search" size={14} />
        <Command.Input value={typed} onValueChange={type} placeholder={searchPlaceholder} autoFocus />
      </div>
      <Command.List className={styles.scroll} label={label}>
        <Command.Empty className={styles.empty}>{emptySentence ?? `Nothing here is called “${typed}”.`}</Command.Empty>
        {own && <Line choice={own} chosen={own.value === value} onChoose={onChoose} />}
        {sections.map((section) => (
          <Command.Group key={section.title} heading={<span className={styles.group}>{section.title}</span>}>
            {section.choices.map((choice) => (
              <Line key={choice.value} choice={choice} chosen={choice.value === value} onChoose={onChoose} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

interface LineProps {
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly onChoose: (value: string) => void;
}

function Line({ choice, chosen, onChoose }: LineProps) {
  return (
    <Command.Item
      className={styles.option}
      value={choice.value}
      disabled={choice.disabled ?? false}
      onSelect={() => onChoose(choice.value)}
    >
      <ChoiceWords choice={choice} />
      <span className={styles.tick}>{chosen && <Glyph id="check" size={14} label="chosen" />}</span>
    </Command.Item>
  );
}
