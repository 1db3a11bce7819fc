import { useEffect } from 'react';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotices } from '../controls/notices.tsx';
import { useAppState, useStore } from './app-context.ts';

/** Shows the store's notices and reads out what it announces. */
export function Messages() {
  const store = useStore();
  const show = useNotices();
  const announce = useAnnounce();
  const list = useAppState(({ notices }) => notices.list);
  const announcement = useAppState(({ notices }) => notices.announcement);
  useEffect(() => {
    for (const { id, kind, sentence } of list) {
      show({ tone: kind === 'problem' ? 'fail' : 'pass', sentence });
      store.dismiss(id);
    }
  }, [list, show, store]);
  useEffect(() => {
    if (announcement.count > 0) announce(announcement.sentence);
  }, [announcement, announce]);
  return null;
}
