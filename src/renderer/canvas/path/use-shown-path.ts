import type { Scene } from '@core/drawing/scene.ts';
import type { ResourceFacts } from '@core/findings/report.ts';
import { useMemo } from 'react';
import { useAppState } from '../../app/app-context.ts';
import { planPath, type PathPlan } from './plan-path.ts';

const NO_FACTS: Readonly<Record<string, ResourceFacts>> = {};

/** The path of the answer that is shown; `null` when nothing is asked, or the path is put away. */
export function useShownPath(scene: Scene): PathPlan | null {
  const design = useAppState((state) => state.design);
  const facts = useAppState(({ report }) => report.value?.facts) ?? NO_FACTS;
  const diagnosis = useAppState(({ question }) => (question.pathShown ? question.diagnosis : null));
  return useMemo(() => (diagnosis ? planPath({ design, scene, facts, diagnosis }) : null), [design, scene, facts, diagnosis]);
}
