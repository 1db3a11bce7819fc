import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** One sentence below the title. */
  readonly sentence?: string | undefined;
  readonly children: ReactNode;
  /** The buttons, the one that does it last. */
  readonly footer?: ReactNode;
  /** 380, 560 or 880 px wide. */
  readonly size?: 'small' | 'medium' | 'large' | undefined;
}

/** A window over the window. It scrolls inside where it does not fit, and gives the focus back when it closes. */
export function Dialog({ open, onOpenChange, title, sentence, children, footer, size = 'medium' }: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.overlay}>
          <Primitive.Content
            className={joinClasses(styles.dialog, styles[size])}
            onEscapeKeyDown={keepDraft}
            onOpenAutoFocus={focusBodyWithoutControls}
            {...(sentence === undefined && { 'aria-describedby': undefined })}
          >
            <div className={styles.head}>
              <div className={styles.titles}>
                <Primitive.Title className={styles.title}>{title}</Primitive.Title>
                {sentence && <Primitive.Description className={styles.sentence}>{sentence}</Primitive.Description>}
              </div>
            </div>
            <div className={styles.body} data-body tabIndex={-1}>
              {children}
            </div>
            {footer && <div className={styles.foot}>{footer}</div>}
            {/* Last, so that the focus starts in the dialog's own controls. */}
            <IconButton
              glyph="close"
              size="small"
              label="Close"
              className={styles.close}
              onClick={() => onOpenChange(false)}
            />
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Escape in an input puts back what was typed; only the next one closes the dialog. */
function keepDraft(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.closest('[data-dirty]')) event.preventDefault();
}

/**
 * A dialog without controls of its own takes the focus in its text, where the arrow keys scroll. On the Close button a
 * tooltip would open, and the first Escape would close only that.
 */
function focusBodyWithoutControls(event: Event): void {
  const { currentTarget: content } = event;
  if (!(content instanceof HTMLElement)) return;
  const body = content.querySelector<HTMLElement>('[data-body]');
  const controls = [...content.querySelectorAll('button, input, select, textarea, a[href], [tabindex="0"]')];
  if (body === null || controls.some((control) => control.getAttribute('aria-label') !== 'Close')) return;
  event.preventDefault();
  body.tabIndex = 0;
  body.focus();
}
