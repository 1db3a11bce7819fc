import { describePath } from '@core/drawing/describe-path.ts';
import type { PathDrawing } from '@core/drawing/path-drawing.ts';
import type { Scene } from '@core/drawing/scene.ts';
import { useMemo } from 'react';
import { useAppState } from '../../app/app-context.ts';

/** The path of the answer that is shown; `null` when nothing is asked, or the path is put away. */
export function useShownPath(scene: Scene): PathDrawing | null {
  const design = useAppState((state) => state.design);
  const diagnosis = useAppState(({ question }) => (question.pathShown ? question.diagnosis : null));
  return useMemo(() => (diagnosis ? describePath(design, scene, diagnosis) : null), [design, scene, diagnosis]);
}
