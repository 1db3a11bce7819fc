import { useEffect } from 'react';
import { useApp } from '../app/app-context.ts';
import type { TourStep } from './tour-steps.ts';

const MARK = 'data-tour';

/** Rings what a step is about, also when it comes to the screen later or is drawn anew. */
export function useTourMark(step: TourStep): void {
  const { store } = useApp();
  useEffect(() => {
    let marked: Element | null | undefined;
    const mark = (): void => {
      const found = step.find(store.getState());
      if (found === marked && marked?.isConnected !== false) return;
      marked?.removeAttribute(MARK);
      marked = found;
      marked?.setAttribute(MARK, '');
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      marked?.removeAttribute(MARK);
    };
  }, [store, step]);
}
