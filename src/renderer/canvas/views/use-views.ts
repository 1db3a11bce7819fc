import { describeViews } from '@core/drawing/views/describe-views.ts';
import type { ViewDrawing } from '@core/drawing/views/views.ts';
import type { Scene } from '@core/drawing/scene.ts';
import { useMemo } from 'react';
import { useAppState } from '../../app/app-context.ts';

const NOTHING: ViewDrawing = { tags: [], lines: [], notes: [] };

/** What the views that are on draw over a scene, as far as it is known by now. */
export function useViews(scene: Scene): ViewDrawing {
  const design = useAppState((state) => state.design);
  const { on, groupTraffic } = useAppState((state) => state.views);
  const rows = useAppState((state) => state.exposure.rows);
  return useMemo(
    () => (on.length === 0 ? NOTHING : describeViews(design, scene, { on, knowledge: { exposure: rows ?? undefined, groupTraffic: groupTraffic ?? undefined } })),
    [design, scene, on, rows, groupTraffic],
  );
}
