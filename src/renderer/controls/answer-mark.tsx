import styles from './answer-mark.module.css';
import type { Answer } from './answers.ts';
import { answerTones, answerWords } from './answers.ts';
import { Glyph } from './glyph.tsx';
import { joinClasses } from './join-classes.ts';

export interface AnswerMarkProps {
  readonly answer: Answer;
  /** The word beside the shape; the answer's usual word where none is given. */
  readonly word?: string | undefined;
  /** Shows the shape alone, in tight places; the word becomes its name. */
  readonly shapeOnly?: boolean | undefined;
  readonly size?: number | undefined;
  /** `small` is 11 px, as in tables; `body` is 12 px, as in the checklist. */
  readonly text?: 'small' | 'body' | undefined;
}

/** An answer as shape and word. */
export function AnswerMark({
  answer,
  word = answerWords[answer],
  shapeOnly,
  size = 14,
  text = 'small',
}: AnswerMarkProps) {
  if (shapeOnly) return <Glyph id={`answer-${answer}`} size={size} label={word} />;
  return (
    <span className={joinClasses(styles.mark, text === 'small' && styles.small)} data-tone={answerTones[answer]}>
      <Glyph id={`answer-${answer}`} size={size} />
      {word}
    </span>
  );
}
