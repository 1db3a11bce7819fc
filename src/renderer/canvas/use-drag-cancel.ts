import { useEffect, useMemo, useRef } from 'react';

export interface DragCancel {
  /** Whether a drag goes on that was given up: what it says counts no more until it ends. */
  readonly isGivenUp: () => boolean;
  readonly begin: () => void;
  /** Ends the drag; answers whether it had been given up. */
  readonly end: () => boolean;
}

type Phase = 'resting' | 'dragging' | 'given up';

/** Escape gives a drag up, whatever has the focus, and means nothing else then. */
export function useDragCancel(onGiveUp: () => void): DragCancel {
  const phase = useRef<Phase>('resting');
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || phase.current !== 'dragging') return;
      event.preventDefault();
      event.stopPropagation();
      phase.current = 'given up';
      onGiveUp();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [onGiveUp]);
  return useMemo(
    () => ({
      isGivenUp: () => phase.current === 'given up',
      begin: () => {
        if (phase.current === 'resting') phase.current = 'dragging';
      },
      end: () => {
        const wasGivenUp = phase.current === 'given up';
        phase.current = 'resting';
        return wasGivenUp;
      },
    }),
    [],
  );
}
