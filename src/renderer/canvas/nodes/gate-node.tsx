import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Glyph } from '../../controls/glyph.tsx';
import { elementIdOf, useCanvasView } from '../canvas-view.ts';
import type { CanvasNode } from '../project-scene.ts';
import { Badges } from './badges.tsx';
import styles from './node.module.css';

/** An internet or virtual private gateway: a tile, astride the border of its VPC, with its name below. */
export const GateNode = memo(function GateNode({ data, selected }: NodeProps<CanvasNode>) {
  const { node, role, isHighlighted } = data;
  const { level } = useCanvasView();
  return (
    <div
      id={elementIdOf(node.key)}
      className={styles.gate}
      role="img"
      aria-label={node.label}
      title={level === 'far' ? node.label : undefined}
      data-hue={node.tone}
      data-role={role}
      data-state={node.state}
      data-selected={selected || undefined}
      data-highlighted={isHighlighted || undefined}
    >
      <Glyph id={node.glyph} size={24} />
      {level !== 'far' && (
        <span className={styles.gateTitle} data-name>
          {node.title}
        </span>
      )}
      <Badges badges={node.badges} />
    </div>
  );
});
