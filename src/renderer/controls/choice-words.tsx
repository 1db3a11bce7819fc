import type { Choice } from './choice.ts';
import styles from './choice.module.css';
import { Glyph } from './glyph.tsx';

/** Glyph and words of a choice as a line of a list. */
export function ChoiceWords({ choice }: { readonly choice: Choice }) {
  return (
    <>
      {choice.glyph && <Glyph id={choice.glyph} hue={choice.hue} />}
      <span className={styles.words}>
        <span className={choice.mono ? styles.mono : undefined}>{choice.label}</span>
        {choice.sentence && <span className={styles.sentence}> {choice.sentence}</span>}
      </span>
      {choice.detail && <span className={styles.detail}>{choice.detail}</span>}
    </>
  );
}
