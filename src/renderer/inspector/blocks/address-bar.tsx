import { formatCount } from '@core/address/format-count.ts';
import styles from './blocks.module.css';

export interface AddressPart {
  readonly kind: 'reserved' | 'used' | 'free';
  readonly count: number;
  /** The words after the count: "reserved", "in 6 subnets". */
  readonly word: string;
}

/** How addresses are shared out, as a bar with its key. A part that is not empty is always wide enough to be seen. */
export function AddressBar({ parts }: { readonly parts: readonly AddressPart[] }) {
  const words = parts.map(({ count, word }) => `${formatCount(count)} ${word}`);
  return (
    <>
      <div className={styles.bar} role="img" aria-label={words.join(', ')}>
        {parts.map(({ kind, count }) => count > 0 && <i key={kind} data-kind={kind} style={{ flexGrow: count }} />)}
      </div>
      <p className={styles.legend} aria-hidden="true">
        {parts.map(({ kind }, index) => (
          <span key={kind}>
            <i data-kind={kind} />
            {words[index]}
          </span>
        ))}
      </p>
    </>
  );
}
