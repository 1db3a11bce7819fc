import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

/** Height of a line in pixels. */
export const ROW_HEIGHT = 22;
/** Lines drawn above and below what is in view. */
const SPARE = 8;

/** Which lines of a long list are drawn. */
export interface RowWindow {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
  readonly scrollTo: (index: number) => void;
  readonly onScroll: () => void;
}

/** Draws only the lines in view, so that a list of thousands costs as much as a short one. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [view, setView] = useState({ top: 0, height: 600 });
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight });
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(onScroll);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, onScroll]);
  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * ROW_HEIGHT;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW_HEIGHT - element.clientHeight;
    },
    [scroller],
  );
  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - SPARE);
  const end = Math.min(count, Math.ceil((view.top + view.height) / ROW_HEIGHT) + SPARE);
  return { first, end, scrollTo, onScroll };
}
