import styles from './choice.module.css';
import type { Choice } from './choice.ts';
import { Glyph } from './glyph.tsx';
import { joinClasses } from './join-classes.ts';

export type ChoiceShape = 'edged' | 'plain' | 'wide';

export interface ChosenWordsProps {
  readonly choice: Choice | undefined;
  readonly placeholder: string | undefined;
}

/** What the button of a select or combobox shows: the choice, and that more can be chosen. */
export function ChosenWords({ choice, placeholder = 'Choose' }: ChosenWordsProps) {
  return (
    <>
      {choice?.glyph && <Glyph id={choice.glyph} hue={choice.hue} />}
      <span className={joinClasses(styles.value, choice?.mono && styles.mono)}>{choice?.label ?? placeholder}</span>
      <Glyph id="down" size={14} className={styles.chevron} />
    </>
  );
}

export interface ChoiceTriggerLook {
  readonly shape: ChoiceShape | undefined;
  readonly size?: 'small' | 'medium' | undefined;
}

/** The class of the button: `plain` has no edge, `wide` fills its place. */
export function choiceTriggerClass({ shape, size }: ChoiceTriggerLook): string {
  return joinClasses(
    styles.trigger,
    size === 'small' && styles.small,
    shape === 'plain' && styles.plain,
    shape === 'wide' && styles.wide,
  );
}
