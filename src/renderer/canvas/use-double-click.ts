import { useCallback, type MouseEvent } from 'react';
import { useApp } from '../app/app-context.ts';
import { renameSelected } from '../commands/rename-selected.ts';

/** A double click on the name of a node, which its first click has selected, opens the name for typing. */
export function useDoubleClick(): (event: MouseEvent) => void {
  const app = useApp();
  return useCallback(
    (event) => {
      const isOnName = event.target instanceof Element && event.target.closest('[data-name]') !== null;
      if (isOnName) void renameSelected(app);
    },
    [app],
  );
}
