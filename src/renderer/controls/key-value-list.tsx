import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './key-value-list.module.css';

export interface KeyValue {
  readonly key: string;
  readonly value: ReactNode;
  readonly mono?: boolean | undefined;
}

/** Names and values side by side; long values wrap. */
export function KeyValueList({ items }: { readonly items: readonly KeyValue[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ key, value, mono }) => (
        <div key={key} className={styles.pair}>
          <dt className={styles.key}>{key}</dt>
          <dd className={joinClasses(styles.value, mono && styles.mono)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
