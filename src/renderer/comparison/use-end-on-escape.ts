import { useEffect } from 'react';
import { useStore } from '../app/app-context.ts';

const TEXT_FIELDS = 'input, textarea, [contenteditable="true"]';

/** Escape ends the comparison, once nothing else has a use for it: a menu, a dialog, the selection, a text field. */
export function useEndOnEscape(): void {
  const store = useStore();
  useEffect(() => {
    const end = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.matches(TEXT_FIELDS)) return;
      store.closeDockTab('changes');
    };
    window.addEventListener('keydown', end);
    return () => window.removeEventListener('keydown', end);
  }, [store]);
}
