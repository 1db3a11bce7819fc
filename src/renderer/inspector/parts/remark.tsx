import type { ReactNode } from 'react';
import type { Answer } from '../../controls/answers.ts';
import { Glyph } from '../../controls/glyph.tsx';
import styles from './parts.module.css';

/** A sentence that explains what is shown. */
export const Sentence = ({ children }: { readonly children: ReactNode }) => <p className={styles.soft}>{children}</p>;

export interface RemarkProps {
  readonly answer: Extract<Answer, 'fail' | 'warn' | 'undetermined' | 'pass'>;
  readonly children: ReactNode;
}

/** A sentence that says what is wrong, or what is not known, on a wash of its colour. */
export function Remark({ answer, children }: RemarkProps) {
  return (
    <p className={styles.remark} data-answer={answer}>
      <Glyph id={`answer-${answer}`} size={14} />
      <span>{children}</span>
    </p>
  );
}
