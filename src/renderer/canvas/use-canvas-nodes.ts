import { describeScene } from '@core/drawing/describe-scene.ts';
import type { Scene } from '@core/drawing/scene.ts';
import type { Report } from '@core/findings/report.ts';
import type { Finding } from '@core/findings/finding.ts';
import { useMemo, useState } from 'react';
import { useAppState } from '../app/app-context.ts';
import { createProjector, type CanvasNode } from './project-scene.ts';

const NO_FACTS: Report['facts'] = {};
const NO_FINDINGS: readonly Finding[] = [];

/** The scene of the design as it is, in the light of the latest check. */
export function useScene(): Scene {
  const design = useAppState((state) => state.design);
  const report = useAppState((state) => state.report.value);
  const [facts, findings] = [report?.facts ?? NO_FACTS, report?.findings ?? NO_FINDINGS];
  return useMemo(() => describeScene(design, { facts, findings }), [design, facts, findings]);
}

/** Nodes for React Flow; those that look as before are the same objects as before. */
export function useCanvasNodes(
  scene: Scene,
  { onPath, isCrowded }: { readonly onPath: ReadonlySet<string> | null; readonly isCrowded: boolean },
): readonly CanvasNode[] {
  const { keys, highlighted } = useAppState((state) => state.selection);
  const isMovable = useAppState(({ workspace }) => workspace.tool === 'select');
  const [project] = useState(createProjector);
  const nodes = useMemo(
    () => project(scene, { selected: new Set(keys), highlighted: new Set(highlighted), onPath, isMovable }),
    [project, scene, keys, highlighted, onPath, isMovable],
  );
  return useMemo(() => (isCrowded ? nodes.filter(({ type, selected }) => type !== 'card' || selected) : nodes), [nodes, isCrowded]);
}
