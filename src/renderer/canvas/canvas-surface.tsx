import { Background, BackgroundVariant, ReactFlow, SelectionMode, ViewportPortal } from '@xyflow/react';
import { useRef } from 'react';
import { useAppState } from '../app/app-context.ts';
import { ComparisonLayer } from '../comparison/comparison-layer.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import { CanvasMenu } from './canvas-menu.tsx';
import { CanvasMinimap } from './canvas-minimap.tsx';
import { CanvasViewContext } from './canvas-view.ts';
import styles from './canvas.module.css';
import { CrowdLayer, isCrowded } from './crowd-layer.tsx';
import { DropLayer } from './drop-layer.tsx';
import { LineLayer } from './lines/line-layer.tsx';
import { nodeTypes } from './nodes/node-types.ts';
import { PathLayer } from './path/path-layer.tsx';
import type { CanvasNode } from './project-scene.ts';
import { RenameLayer } from './rename-layer.tsx';
import { FIT, MAX_ZOOM, MIN_ZOOM } from './use-canvas-handle.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useDoubleClick } from './use-double-click.ts';
import { useLatest } from './use-latest.ts';
import { usePartDrop } from './use-part-drop.ts';
import { usePointing } from './use-pointing.ts';
import { useSurface } from './use-surface.ts';
import { ViewLayer } from './views/view-layer.tsx';
import viewStyles from './views/views.module.css';

const NO_EDGES: never[] = [];
const MIDDLE_BUTTON = 1;
const PAN_BUTTONS = { select: [MIDDLE_BUTTON], connect: [MIDDLE_BUTTON], pan: [0, MIDDLE_BUTTON] } as const;
const GRID = 16;
const DOT = 1.6;

/** How React Flow behaves, whatever is drawn. */
const BEHAVIOUR = {
  minZoom: MIN_ZOOM,
  maxZoom: MAX_ZOOM,
  panOnScroll: true,
  selectionMode: SelectionMode.Full,
  nodesConnectable: false,
  nodesFocusable: false,
  elevateNodesOnSelect: false,
  zoomOnDoubleClick: false,
  deleteKeyCode: null,
  disableKeyboardA11y: true,
  onlyRenderVisibleElements: true,
} as const;

function useSurfaceClass(): string | undefined {
  const isPlain = useAppState(({ views }) => views.plain);
  return joinClasses(styles.surface, isPlain && viewStyles.plain);
}

/** The drawing: nodes, lines, the path of the question, and everything that is done with the pointer or the keys. */
export function CanvasSurface() {
  const surface = useRef<HTMLDivElement>(null);
  const { scene, moving, path, nodes, activeId, drag, rename, onNodesChange, onMove, view } = useSurface(surface);
  const tool = useAppState(({ workspace }) => workspace.tool);
  const partDrop = usePartDrop(scene);
  const { menu, closeMenu, onClick, onContextMenu, hint } = usePointing(scene);
  const onKeyDown = useCanvasKeys(scene);
  const onNodeClick = useLatest(onClick);
  const onNodeContextMenu = useLatest(onContextMenu);
  const onNodeDoubleClick = useDoubleClick();
  return (
    <CanvasViewContext.Provider value={view}>
      <div
        ref={surface}
        className={useSurfaceClass()}
        role="application"
        aria-label={`Drawing with ${scene.nodes.length} ${scene.nodes.length === 1 ? 'node' : 'nodes'}`}
        aria-activedescendant={activeId}
        tabIndex={0}
        data-tool={tool}
        onKeyDown={onKeyDown}
        {...partDrop.handlers}
      >
        <ReactFlow<CanvasNode>
          {...BEHAVIOUR}
          nodes={nodes as CanvasNode[]}
          edges={NO_EDGES}
          nodeTypes={nodeTypes}
          onNodesChange={onNodesChange}
          onNodeDrag={(event, _node, dragged) => drag.onDrag(event, dragged)}
          onNodeDragStop={(event, _node, dragged) => drag.onDragStop(event, dragged)}
          onSelectionDrag={drag.onDrag}
          onSelectionDragStop={drag.onDragStop}
          onNodeClick={onNodeClick}
          onNodeDoubleClick={onNodeDoubleClick}
          onPaneClick={(event) => onClick(event)}
          onNodeContextMenu={onNodeContextMenu}
          onPaneContextMenu={onContextMenu}
          onSelectionContextMenu={onContextMenu}
          onMove={onMove}
          onInit={(flow) => void flow.fitView(FIT).then(() => onMove(null, flow.getViewport()))}
          panOnDrag={[...PAN_BUTTONS[tool]]}
          selectionOnDrag={tool !== 'pan'}
        >
          <Background variant={BackgroundVariant.Dots} gap={GRID} size={DOT} color="var(--grid)" />
          <ViewportPortal>
            {isCrowded(scene, view.level) && <CrowdLayer scene={scene} />}
            <LineLayer scene={moving} underPath={path?.lines ?? null} />
            {path && <PathLayer path={path} />}
            <ViewLayer scene={moving} />
            <ComparisonLayer scene={moving} />
            <RenameLayer rename={rename} />
            <DropLayer scene={scene} target={drag.state.target ?? partDrop.target} guides={drag.state.guides} />
          </ViewportPortal>
          <CanvasMinimap />
        </ReactFlow>
      </div>
      {tool === 'connect' && <p className={styles.hint}>{hint}</p>}
      <CanvasMenu point={menu} isOnNode={menu?.isOnNode ?? false} onClose={closeMenu} />
    </CanvasViewContext.Provider>
  );
}
