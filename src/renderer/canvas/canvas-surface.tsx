import { Background, BackgroundVariant, ReactFlow, SelectionMode, ViewportPortal, type NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { applyOverrides } from './apply-overrides.ts';
import { CanvasMenu } from './canvas-menu.tsx';
import { CanvasMinimap } from './canvas-minimap.tsx';
import { CanvasViewContext, elementIdOf, type CanvasView } from './canvas-view.ts';
import styles from './canvas.module.css';
import { resizeToEdit } from './change-to-edit.ts';
import { DropLayer } from './drop-layer.tsx';
import { LineLayer } from './lines/line-layer.tsx';
import { nodeTypes } from './nodes/node-types.ts';
import { PathLayer } from './path/path-layer.tsx';
import { useShownPath } from './path/use-shown-path.ts';
import type { CanvasNode } from './project-scene.ts';
import { smallestSizeOf } from './smallest-size.ts';
import { takeSelection } from './take-selection.ts';
import { FIT, MAX_ZOOM, MIN_ZOOM, useCanvasHandle } from './use-canvas-handle.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useCanvasNodes, useScene } from './use-canvas-nodes.ts';
import { useDrag } from './use-drag.ts';
import { useLevel } from './use-level.ts';
import { usePartDrop } from './use-part-drop.ts';
import { usePointing } from './use-pointing.ts';

const NO_EDGES: never[] = [];
const MIDDLE_BUTTON = 1;
const ALL_BUTTONS = [0, MIDDLE_BUTTON];
const GRID = 16;

/** The drawing: nodes, lines, the path of the question, and everything that is done with the pointer or the keys. */
export function CanvasSurface() {
  const store = useStore();
  const surface = useRef<HTMLDivElement>(null);
  const scene = useScene();
  const path = useShownPath(scene);
  const nodes = useCanvasNodes(scene, path?.onPath ?? null);
  const tool = useAppState(({ workspace }) => workspace.tool);
  const active = useAppState(({ selection }) => inspectedKey(selection));
  const { state: drag, takeChanges, onDrag, onDragStop, rest } = useDrag(scene);
  const partDrop = usePartDrop(scene);
  const pointing = usePointing(scene);
  const onKeyDown = useCanvasKeys(scene);
  const { level, onMove } = useLevel(surface);
  useCanvasHandle(scene, surface);

  const shown = useMemo(() => applyOverrides(nodes, drag.overrides), [nodes, drag.overrides]);
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
  const isPanning = tool === 'pan';

  return (
    <CanvasViewContext.Provider value={view}>
      <div
        ref={surface}
        className={styles.surface}
        role="application"
        aria-label={`Drawing with ${scene.nodes.length} nodes`}
        aria-activedescendant={active !== undefined && scene.byKey.has(active) ? elementIdOf(active) : undefined}
        tabIndex={0}
        data-tool={tool}
        onKeyDown={onKeyDown}
        {...partDrop.handlers}
      >
        <ReactFlow<CanvasNode>
          nodes={shown as CanvasNode[]}
          edges={NO_EDGES}
          nodeTypes={nodeTypes}
          onNodesChange={onNodesChange}
          onNodeDrag={(event, _node, dragged) => onDrag(event, dragged)}
          onNodeDragStop={(event, _node, dragged) => onDragStop(event, dragged)}
          onSelectionDrag={onDrag}
          onSelectionDragStop={onDragStop}
          onNodeClick={pointing.onClick}
          onPaneClick={pointing.onClick}
          onNodeContextMenu={pointing.onContextMenu}
          onPaneContextMenu={pointing.onContextMenu}
          onSelectionContextMenu={pointing.onContextMenu}
          onMove={onMove}
          onInit={(flow) => void flow.fitView(FIT).then(() => onMove(null, flow.getViewport()))}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          panOnScroll
          panOnDrag={isPanning ? ALL_BUTTONS : [MIDDLE_BUTTON]}
          selectionOnDrag={!isPanning}
          selectionMode={SelectionMode.Full}
          nodesConnectable={false}
          nodesFocusable={false}
          elevateNodesOnSelect={false}
          zoomOnDoubleClick={false}
          deleteKeyCode={null}
          disableKeyboardA11y
          onlyRenderVisibleElements
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={GRID} size={1} color="var(--grid)" />
          <ViewportPortal>
            <LineLayer lines={scene.lines} isDimmed={path !== null} />
            {path && <PathLayer path={path} />}
            <DropLayer scene={scene} target={drag.target ?? partDrop.target} guides={drag.guides} />
          </ViewportPortal>
          <CanvasMinimap />
        </ReactFlow>
      </div>
      {tool === 'connect' && <p className={styles.hint}>{pointing.hint}</p>}
      <CanvasMenu point={pointing.menu} isOnNode={pointing.menu?.isOnNode ?? false} onClose={pointing.closeMenu} />
    </CanvasViewContext.Provider>
  );
}
