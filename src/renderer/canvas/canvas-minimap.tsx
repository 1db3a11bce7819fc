import { MiniMap, useInternalNode, type MiniMapNodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useAppState } from '../app/app-context.ts';
import styles from './canvas.module.css';
import type { CanvasNode } from './project-scene.ts';

/** The design at a glance; a drag on it pans. Only boxes are drawn, and what stands outside of them. */
export const CanvasMinimap = memo(function CanvasMinimap() {
  const isShown = useAppState(({ workspace }) => workspace.panes.minimap);
  if (!isShown) return null;
  return (
    <MiniMap<CanvasNode>
      className={styles.minimap ?? ''}
      position="bottom-left"
      style={{ width: 126, height: 70 }}
      nodeComponent={MinimapNode}
      offsetScale={2}
      pannable
      zoomable
      ariaLabel="Overview of the canvas"
    />
  );
});

function MinimapNode({ id, x, y, width, height }: MiniMapNodeProps) {
  const node = useInternalNode<CanvasNode>(id)?.data.node;
  if (!node || (node.shape !== 'box' && node.parent !== undefined)) return null;
  return <rect className={styles.mapNode} data-kind={node.kind} data-hue={node.tone} x={x} y={y} width={width} height={height} rx={6} />;
}
