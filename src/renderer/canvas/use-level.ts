import type { Viewport } from '@xyflow/react';
import { useCallback, useState, type RefObject } from 'react';
import { useStore } from '../app/app-context.ts';
import { levelAt, markScaleAt, textScaleAt, type LevelOfDetail } from './level-of-detail.ts';

/** Below this zoom only VPCs have their name. */
const FEW_NAMES = 0.2;

/**
 * Follows the zoom: the level of detail for the nodes, and the growth of text and marks as custom properties of the
 * surface, so that nothing has to be drawn anew while zooming within one level.
 */
export function useLevel(surface: RefObject<HTMLDivElement | null>): {
  readonly level: LevelOfDetail;
  readonly onMove: (event: unknown, viewport: Viewport) => void;
} {
  const { setZoom } = useStore();
  const [level, setLevel] = useState<LevelOfDetail>('near');
  const onMove = useCallback(
    (_event: unknown, { zoom }: Viewport) => {
      const { style } = surface.current ?? {};
      style?.setProperty('--text', String(textScaleAt(zoom)));
      style?.setProperty('--mark', String(markScaleAt(zoom)));
      surface.current?.setAttribute('data-names', zoom < FEW_NAMES ? 'few' : 'all');
      setLevel(levelAt(zoom));
      setZoom(zoom);
    },
    [surface, setZoom],
  );
  return { level, onMove };
}
