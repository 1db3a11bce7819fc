import { useEffect, useState, type UIEvent } from 'react';

/** Height of a line in pixels. */
export const ROW_HEIGHT = 22;
/** Lines drawn above and below what is in view. */
const SPARE = 8;

interface View {
  readonly top: number;
  readonly height: number;
}

/** Which lines of a long list are drawn. */
export interface RowWindow {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

const viewOf = (element: HTMLElement): View => ({ top: element.scrollTop, height: element.clientHeight });

/** Draws only the lines in view, so that a list of thousands costs as much as a short one. */
export function useRowWindow(scroller: HTMLElement | null, count: number): RowWindow {
  const [view, setView] = useState<View>({ top: 0, height: 600 });
  useEffect(() => {
    if (!scroller) return undefined;
    const observer = new ResizeObserver(() => setView(viewOf(scroller)));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  return {
    first: Math.max(0, Math.floor(view.top / ROW_HEIGHT) - SPARE),
    end: Math.min(count, Math.ceil((view.top + view.height) / ROW_HEIGHT) + SPARE),
    onScroll: (event) => setView(viewOf(event.currentTarget)),
  };
}

/** Scrolls a list no further than needed to show a line. */
export function scrollToRow(scroller: HTMLElement | null, index: number): void {
  if (!scroller || index < 0) return;
  const top = index * ROW_HEIGHT;
  const { scrollTop, clientHeight } = scroller;
  if (top < scrollTop) scroller.scrollTo({ top });
  else if (top + ROW_HEIGHT > scrollTop + clientHeight) scroller.scrollTo({ top: top + ROW_HEIGHT - clientHeight });
}
