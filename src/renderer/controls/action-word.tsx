import type { ReactNode } from 'react';
import styles from './action-word.module.css';

export interface ActionWordProps {
  /** A row that lets through gets a ring, one that stops a bar. */
  readonly stops: boolean;
  readonly children: ReactNode;
}

/** What a rule does, as word and shape; it is no answer, so it has no colour. */
export function ActionWord({ stops, children }: ActionWordProps) {
  return (
    <span className={styles.word} data-stops={stops || undefined}>
      {children}
    </span>
  );
}
