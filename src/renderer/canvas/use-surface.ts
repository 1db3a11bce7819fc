import type { NodeChange } from '@xyflow/react';
import { useCallback, useMemo, type RefObject } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { applyOverrides } from './apply-overrides.ts';
import { elementIdOf, type CanvasView } from './canvas-view.ts';
import { resizeToEdit } from './change-to-edit.ts';
import { moveScene } from './move-scene.ts';
import { useShownPath } from './path/use-shown-path.ts';
import type { CanvasNode } from './project-scene.ts';
import { smallestSizeOf } from './smallest-size.ts';
import { takeSelection } from './take-selection.ts';
import { useCanvasHandle } from './use-canvas-handle.ts';
import { useCanvasNodes, useScene } from './use-canvas-nodes.ts';
import { useDrag } from './use-drag.ts';
import { useLevel } from './use-level.ts';
import { useSteady } from './use-steady.ts';

/** What the surface shows and how it answers to React Flow. */
export function useSurface(surface: RefObject<HTMLDivElement | null>) {
  const store = useStore();
  const scene = useScene();
  const active = useAppState(({ selection }) => inspectedKey(selection));
  const drag = useDrag(scene);
  const { overrides } = drag.state;
  const moving = useMemo(() => moveScene(scene, overrides), [scene, overrides]);
  const path = useShownPath(moving);
  const nodes = useCanvasNodes(scene, useSteady(path?.nodes ?? null));
  const { level, onMove } = useLevel(surface);
  useCanvasHandle(scene, surface);

  const { takeChanges, rest } = drag;
  const shown = useMemo(() => applyOverrides(nodes, overrides), [nodes, overrides]);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const selection = takeSelection(store.getState().selection.keys, changes, (key) => scene.byKey.has(key));
      if (selection) store.select(selection);
      takeChanges(changes);
    },
    [store, scene, takeChanges],
  );
  const view: CanvasView = useMemo(
    () => ({
      level,
      onResize: (key, box) => {
        store.edit((design) => resizeToEdit(design, key, box), { keepSelection: true });
        rest();
      },
      smallestSize: (key) => smallestSizeOf(scene, key),
    }),
    [level, scene, store, rest],
  );
  const activeId = active !== undefined && scene.byKey.has(active) ? elementIdOf(active) : undefined;
  return { scene, moving, path, nodes: shown, activeId, drag, onNodesChange, onMove, view };
}
