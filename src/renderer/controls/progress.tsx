import { Progress as Primitive } from 'radix-ui';
import styles from './progress.module.css';

export interface ProgressProps {
  /** What is going on. */
  readonly label: string;
  /** From 0 to 1; undefined while it cannot be known. */
  readonly share?: number | undefined;
  /** How far it is in words, such as `3 of 12 files`. */
  readonly detail?: string | undefined;
}

/** How far something is that takes a while. */
export function Progress({ label, share, detail }: ProgressProps) {
  const percent = share === undefined ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        <span>{detail ?? (percent === null ? '' : `${percent}%`)}</span>
      </div>
      <Primitive.Root className={styles.track} value={percent} aria-label={label}>
        <Primitive.Indicator className={styles.bar} style={percent === null ? undefined : { width: `${percent}%` }} />
      </Primitive.Root>
    </div>
  );
}
