import type { SliceContext } from './slice-context.ts';

/** One sentence for the person, shown until it is put away; a problem is read out at once. */
export interface Notice {
  readonly id: number;
  readonly kind: 'problem' | 'note';
  readonly sentence: string;
}

export interface NoticeState {
  readonly list: readonly Notice[];
  /** What a screen reader says next: what an edit did, how a verdict changed. `count` tells equal sentences apart. */
  readonly announcement: { readonly sentence: string; readonly count: number };
}

export const initialNotices: NoticeState = { list: [], announcement: { sentence: '', count: 0 } };

/** Notices on show at once; the oldest makes room. */
const MOST_NOTICES = 3;

export interface NoticeActions {
  /** Shows a sentence and reads it out; the same sentence is not shown twice. */
  notify(kind: Notice['kind'], sentence: string): void;
  dismiss(id: number): void;
  /** Reads a sentence out without showing it. */
  announce(sentence: string): void;
}

export function createNoticeActions({ get, set }: SliceContext): NoticeActions {
  let nextId = 1;
  return {
    notify: (kind, sentence) => {
      const { notices } = get();
      const others = notices.list.filter((notice) => notice.sentence !== sentence);
      const list = [...others, { id: nextId, kind, sentence }].slice(-MOST_NOTICES);
      nextId += 1;
      set({ notices: { ...notices, list } });
    },
    dismiss: (id) => {
      const { notices } = get();
      set({ notices: { ...notices, list: notices.list.filter((notice) => notice.id !== id) } });
    },
    announce: (sentence) => {
      const { notices } = get();
      set({ notices: { ...notices, announcement: { sentence, count: notices.announcement.count + 1 } } });
    },
  };
}
