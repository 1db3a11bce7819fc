import { Select as Primitive } from 'radix-ui';
import { ChoiceWords } from './choice-words.tsx';
import styles from './choice.module.css';
import type { Choice, ChoiceSection } from './choice.ts';
import { findChoice } from './choice.ts';
import { useWiredAttributes } from './field-wiring.ts';
import { Glyph } from './glyph.tsx';
import { joinClasses } from './join-classes.ts';

export interface SelectProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[] | readonly ChoiceSection[];
  /** The name, where no field gives one. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  /** `plain` has no edge, for rows of an inspector; `wide` fills its place. */
  readonly shape?: 'edged' | 'plain' | 'wide' | undefined;
  readonly disabled?: boolean | undefined;
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** One of a few choices. Longer lists deserve a combobox. */
export function Select(props: SelectProps) {
  const { value, onChange, choices, label, placeholder = 'Choose', size, shape, disabled, defaultOpen } = props;
  const wired = useWiredAttributes();
  const sections = toSections(choices);
  const chosen = findChoice(sections, value);
  return (
    <Primitive.Root
      value={chosen ? chosen.value : ''}
      onValueChange={onChange}
      disabled={disabled ?? false}
      defaultOpen={defaultOpen ?? false}
      onOpenChange={(open) => props.onOpenChange?.(open)}
    >
      <Primitive.Trigger
        aria-label={label}
        {...wired}
        className={joinClasses(
          styles.trigger,
          size === 'small' && styles.small,
          shape === 'plain' && styles.plain,
          shape === 'wide' && styles.wide,
        )}
      >
        {chosen?.glyph && <Glyph id={chosen.glyph} hue={chosen.hue} />}
        <span className={joinClasses(styles.value, chosen?.mono && styles.mono)}>
          <Primitive.Value placeholder={placeholder}>{chosen?.label}</Primitive.Value>
        </span>
        <Primitive.Icon className={styles.chevron}>
          <Glyph id="down" size={14} />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.list} position="popper" sideOffset={4} collisionPadding={8}>
          <Primitive.Viewport className={styles.scroll}>
            {sections.map((section) => (
              <SelectSection key={section.title} section={section} />
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function SelectSection({ section }: { readonly section: ChoiceSection }) {
  return (
    <Primitive.Group>
      {section.title && <Primitive.Label className={styles.group}>{section.title}</Primitive.Label>}
      {section.choices.map((choice) => (
        <Primitive.Item
          key={choice.value}
          className={styles.option}
          value={choice.value}
          disabled={choice.disabled ?? false}
          textValue={choice.label}
        >
          <span className={styles.tick}>
            <Primitive.ItemIndicator>
              <Glyph id="check" size={14} />
            </Primitive.ItemIndicator>
          </span>
          <Primitive.ItemText asChild>
            <span hidden>{choice.label}</span>
          </Primitive.ItemText>
          <ChoiceWords choice={choice} />
        </Primitive.Item>
      ))}
    </Primitive.Group>
  );
}

function toSections(choices: readonly Choice[] | readonly ChoiceSection[]): readonly ChoiceSection[] {
  const sections = choices.filter((entry): entry is ChoiceSection => 'choices' in entry);
  if (sections.length > 0) return sections;
  return [{ title: '', choices: choices.filter((entry): entry is Choice => 'value' in entry) }];
}
