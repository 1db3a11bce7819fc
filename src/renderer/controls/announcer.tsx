import type { ReactNode } from 'react';
import { createContext, use, useCallback, useState } from 'react';
import styles from './visually-hidden.module.css';

type Announce = (sentence: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

interface Announcement {
  readonly sentence: string;
  readonly turn: number;
}

/** Lets everything inside say a sentence to screen readers. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [{ sentence, turn }, setAnnouncement] = useState<Announcement>({ sentence: '', turn: 0 });
  const announce = useCallback((next: string) => {
    setAnnouncement((last) => ({ sentence: next, turn: 1 - last.turn }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* Two regions by turns: the same sentence said twice changes no text in one region and would not be read again. */}
      {[0, 1].map((region) => (
        <div key={region} className={styles.hidden} aria-live="polite" aria-atomic="true">
          {region === turn ? sentence : ''}
        </div>
      ))}
    </AnnounceContext>
  );
}

/** Says a sentence to screen readers, once they are done with what they say now. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
