import { useEffect, useRef, type RefObject } from 'react';

/** Pixels of scrolling that are one step: a notch of a wheel, or a short stroke on a touchpad. */
const STEP = 60;

/**
 * Steps to the neighbouring block by the wheel while an input of the field has the focus; without the focus the wheel
 * scrolls the panel, so that nobody changes an address in passing. React's own wheel listener cannot hold the page still.
 */
export function useWheelStep(onStep: ((direction: 'next' | 'previous') => void) | undefined): RefObject<HTMLDivElement | null> {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = field.current;
    if (!element || !onStep) return undefined;
    let scrolled = 0;
    const turn = (event: WheelEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement) || target !== document.activeElement) return;
      event.preventDefault();
      scrolled += event.deltaY;
      if (Math.abs(scrolled) < STEP) return;
      onStep(scrolled < 0 ? 'next' : 'previous');
      scrolled = 0;
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [onStep]);
  return field;
}
