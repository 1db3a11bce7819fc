import { cardTextWidth, fitChips } from '@core/drawing/measure.ts';
import type { SceneNode } from '@core/drawing/scene.ts';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Glyph } from '../../controls/glyph.tsx';
import { elementIdOf, useCanvasView } from '../canvas-view.ts';
import type { CanvasNode } from '../project-scene.ts';
import { Badges } from './badges.tsx';
import styles from './node.module.css';

const worst = ({ badges }: SceneNode): string | undefined => badges[0]?.kind;

/** Instance, DB instance, NAT gateway, interface, client and the like. */
export const CardNode = memo(function CardNode({ data, selected }: NodeProps<CanvasNode>) {
  const { node, role, isHighlighted } = data;
  const { level } = useCanvasView();
  return (
    <div
      id={elementIdOf(node.key)}
      className={styles.card}
      role="img"
      aria-label={node.label}
      title={level === 'far' ? node.label : undefined}
      data-hue={node.tone}
      data-role={role}
      data-state={node.state}
      data-level={level}
      data-worst={worst(node)}
      data-selected={selected || undefined}
      data-highlighted={isHighlighted || undefined}
    >
      <span className={styles.tile}>
        <Glyph id={node.glyph} size={18} />
      </span>
      {level !== 'far' && (
        <span className={styles.words}>
          <span className={styles.first}>
            <span className={styles.title} data-name>
              {node.title}
            </span>
            {level === 'near' && node.aside !== '' && <span className={styles.aside}>{node.aside}</span>}
          </span>
          {level === 'near' && <CardDetails node={node} />}
        </span>
      )}
      <Badges badges={node.badges} />
    </div>
  );
});

function CardDetails({ node }: { readonly node: SceneNode }) {
  const { shown, more } = fitChips(node, cardTextWidth(node.box.width));
  const hasThird = node.chips.length > 0 || node.detail !== '';
  return (
    <>
      {node.address === '' ? node.word !== '' && <span className={styles.word}>{node.word}</span> : <span className={styles.address}>{node.address}</span>}
      {hasThird && (
        <span className={styles.third}>
          {shown.map((chip) => (
            <span key={chip.key} className={styles.chip} data-hue="sg">
              <Glyph id="security-group" size={11} />
              {chip.text}
            </span>
          ))}
          {more > 0 && <span>{`+${more}`}</span>}
          {node.detail !== '' && <span className={styles.detail}>{node.detail}</span>}
        </span>
      )}
    </>
  );
}
