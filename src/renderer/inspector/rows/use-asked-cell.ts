import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellPlace } from '../../controls/table-column.ts';

/** Milliseconds after which a list that closed has given the focus back; a cell opened before would lose it again. */
const FOCUS_SETTLES = 50;

/** The cell a table is asked to open, and the way to ask: at once, or as soon as the focus has settled. */
export function useAskedCell() {
  const [asked, setAsked] = useState<CellPlace | undefined>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const askNext = useCallback((place: CellPlace) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAsked(place), FOCUS_SETTLES);
  }, []);
  return { asked, ask: setAsked, askNext };
}
