import { Button } from './button.tsx';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  /** What to do, or that all is well: one sentence. */
  readonly sentence: string;
  /** One action at most. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

/** What a panel says while it has nothing to show. */
export function EmptyState({ sentence, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p>{sentence}</p>
      {action && <Button onClick={action.onClick}>{action.label}</Button>}
    </div>
  );
}
