import { Toast } from 'radix-ui';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Glyph } from './glyph.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './notices.module.css';

/** Something that happened and that no place in the window shows. */
export interface Notice {
  readonly tone: 'pass' | 'fail' | 'warn';
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

interface ShownNotice extends Notice {
  readonly id: number;
}

type ShowNotice = (notice: Notice) => void;

const NoticeContext = createContext<ShowNotice>(() => undefined);

/** At most this many are shown; the oldest go first. */
const MOST_NOTICES = 4;
const NOTICE_DURATION = 6000;

/** Shows notices at the lower right. Good news goes by itself after 6 s; the rest stays until it is closed. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly ShownNotice[]>([]);
  const nextId = useRef(0);
  const show = useCallback((notice: Notice) => {
    nextId.current += 1;
    const shown = { ...notice, id: nextId.current };
    setNotices((others) => [...others, shown].slice(-MOST_NOTICES));
  }, []);
  const close = (id: number) => setNotices((all) => all.filter((notice) => notice.id !== id));
  return (
    <NoticeContext value={show}>
      <Toast.Provider label="Notice" swipeDirection="right">
        {children}
        {notices.map((notice) => (
          <NoticeBox key={notice.id} notice={notice} onClose={() => close(notice.id)} />
        ))}
        <Toast.Viewport className={styles.viewport} label="Notices ({hotkey})" />
      </Toast.Provider>
    </NoticeContext>
  );
}

/** Shows a notice. */
export function useNotices(): ShowNotice {
  return use(NoticeContext);
}

function NoticeBox({ notice, onClose }: { readonly notice: ShownNotice; readonly onClose: () => void }) {
  const { tone, sentence, action } = notice;
  const duration = tone === 'pass' && !action ? NOTICE_DURATION : Infinity;
  return (
    <Toast.Root
      className={styles.notice}
      type="background"
      duration={duration}
      onOpenChange={(open) => !open && onClose()}
    >
      <Glyph id={`answer-${tone}`} className={styles.shape} />
      <Toast.Description className={styles.sentence}>{sentence}</Toast.Description>
      <IconButton glyph="close" size="small" label="Close notice" onClick={onClose} />
      {action && (
        <Toast.Action asChild altText={action.label}>
          <Button size="small" className={styles.action} onClick={action.onClick}>
            {action.label}
          </Button>
        </Toast.Action>
      )}
    </Toast.Root>
  );
}
