import type { NodeChange } from '@xyflow/react';
import { useCallback, useMemo, type RefObject } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { applyOverrides } from './apply-overrides.ts';
import { elementIdOf, type CanvasView } from './canvas-view.ts';
import { resizeToEdit } from './change-to-edit.ts';
import { isCrowded } from './crowd-layer.tsx';
import { moveScene, movesLines } from './move-scene.ts';
import { useShownPath } from './path/use-shown-path.ts';
import type { CanvasNode } from './project-scene.ts';
import { smallestSizeOf } from './smallest-size.ts';
import { takeSelection } from './take-selection.ts';
import { useCanvasHandle } from './use-canvas-handle.ts';
import { useCanvasNodes, useScene } from './use-canvas-nodes.ts';
import { useDrag } from './use-drag.ts';
import { useLevel } from './use-level.ts';
import { useRename } from './use-rename.ts';

/** What the surface shows and how it answers to React Flow. */
export function useSurface(surface: RefObject<HTMLDivElement | null>) {
  const store = useStore();
  const scene = useScene();
  const active = useAppState(({ selection }) => inspectedKey(selection));
  const drag = useDrag(scene);
  const { level, onMove } = useLevel(surface);
  const rename = useRename();
  useCanvasHandle(scene, surface, rename.start);
  const { overrides } = drag.state;
  const restingPath = useShownPath(scene);
  const nodes = useCanvasNodes(scene, { onPath: restingPath?.nodes ?? null, isCrowded: isCrowded(scene, level) });
  const isMoving = movesLines(scene, overrides, restingPath?.nodes ?? null);
  const moving = useMemo(() => (isMoving ? moveScene(scene, overrides) : scene), [isMoving, scene, overrides]);
  const path = useShownPath(moving);

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
  return { scene, moving, path, nodes: shown, activeId, drag, rename, onNodesChange, onMove, view };
}
