import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { elementIdOf, useCanvasView } from '../canvas-view.ts';
import type { CanvasNode } from '../project-scene.ts';
import { Badges } from './badges.tsx';
import styles from './node.module.css';

/** The outline on a field of 100 x 64. */
const CLOUD_PATH = 'M24 58.5a17 17 0 0 1-4-33.4A19 19 0 0 1 53 12.6a15.5 15.5 0 0 1 24 12.6 16.8 16.8 0 0 1 1.5 33.3z';

/** Everybody outside. */
export const CloudNode = memo(function CloudNode({ data, selected }: NodeProps<CanvasNode>) {
  const { node, role, isHighlighted } = data;
  const { level } = useCanvasView();
  return (
    <div
      id={elementIdOf(node.key)}
      className={styles.cloud}
      role="img"
      aria-label={node.label}
      data-role={role}
      data-selected={selected || undefined}
      data-highlighted={isHighlighted || undefined}
    >
      <svg viewBox="0 0 100 64" width={node.box.width} height={node.box.height} aria-hidden="true">
        <path d={CLOUD_PATH} />
      </svg>
      {level !== 'far' && (
        <span className={styles.cloudWords}>
          <b>{node.title}</b>
          {level === 'near' && <span className={styles.cloudAddress}>{node.address}</span>}
        </span>
      )}
      <Badges badges={node.badges} />
    </div>
  );
});
