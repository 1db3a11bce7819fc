import { useReactFlow } from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { CanvasPoint } from './canvas-port.ts';
import { elementIdOf } from './canvas-view.ts';

/** A node whose name is being typed, and where the name stands, in canvas pixels at 100 %. */
export interface Renaming extends CanvasPoint {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

export interface Rename {
  readonly renaming: Renaming | null;
  /** Opens the name of a node for typing; `false` where no name of it is in view. */
  readonly start: (key: string) => boolean;
  readonly leave: () => void;
}

/** Renaming where the name stands. */
export function useRename(): Rename {
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const [renaming, setRenaming] = useState<Renaming | null>(null);
  const start = useCallback(
    (key: string) => {
      const name = document.getElementById(elementIdOf(key))?.querySelector('[data-name]')?.getBoundingClientRect();
      if (!name || name.width === 0) return false;
      const zoom = getZoom();
      setRenaming({ key, ...screenToFlowPosition({ x: name.left, y: name.top }), width: name.width / zoom, height: name.height / zoom });
      return true;
    },
    [screenToFlowPosition, getZoom],
  );
  const leave = useCallback(() => setRenaming(null), []);
  return { renaming, start, leave };
}
