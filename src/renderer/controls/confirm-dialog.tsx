import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { joinClasses } from './join-classes.ts';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What happens, and what else it takes with it. */
  readonly sentence: string;
  /** A verb: Delete, Discard. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** More to look at before deciding. */
  readonly children?: ReactNode;
}

/** Asks before something that cannot be taken back. The focus starts on the button that changes nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, sentence, confirmLabel, cancelLabel = 'Cancel', onConfirm, onCancel, children } = props;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={styles.overlay}>
          <AlertDialog.Content className={joinClasses(styles.dialog, styles.small)}>
            <div className={styles.head}>
              <div className={styles.titles}>
                <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
                <AlertDialog.Description className={styles.sentence}>{sentence}</AlertDialog.Description>
              </div>
            </div>
            {children && <div className={styles.body}>{children}</div>}
            <div className={styles.foot}>
              <AlertDialog.Cancel asChild>
                <Button>{cancelLabel}</Button>
              </AlertDialog.Cancel>
              <AlertDialog.Action asChild>
                <Button kind="primary" onClick={onConfirm}>
                  {confirmLabel}
                </Button>
              </AlertDialog.Action>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
