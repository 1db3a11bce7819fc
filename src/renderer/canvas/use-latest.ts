import { useCallback, useLayoutEffect, useRef } from 'react';

/** A handler that stays the same function and does what the latest one does, so that the nodes it is given to are not drawn again. */
export function useLatest<Arguments extends readonly unknown[]>(handler: (...args: Arguments) => void): (...args: Arguments) => void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Arguments) => latest.current(...args), []);
}
