import { captionRows, captionTitleWidth, fitSummary, type CaptionRow } from '@core/drawing/measure.ts';
import type { SceneNode } from '@core/drawing/scene.ts';
import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useApp } from '../../app/app-context.ts';
import { foldContainer } from '../../commands/collapse-containers.ts';
import { Glyph } from '../../controls/glyph.tsx';
import { joinClasses } from '../../controls/join-classes.ts';
import { elementIdOf, useCanvasView } from '../canvas-view.ts';
import type { LevelOfDetail } from '../level-of-detail.ts';
import type { CanvasNode } from '../project-scene.ts';
import { Badges } from './badges.tsx';
import styles from './node.module.css';

const CAPTION_GLYPH = 14;
const LARGER_GLYPH = 18;

/** Region, VPC, zone, subnet, on-premises network. Its inside belongs to the canvas until it is selected. */
export const BoxNode = memo(function BoxNode({ data, selected }: NodeProps<CanvasNode>) {
  const { node, isHighlighted } = data;
  const { level } = useCanvasView();
  return (
    <>
      {selected && !node.isCollapsed && <Resizer node={node} />}
      <div
        id={elementIdOf(node.key)}
        className={styles.box}
        role="img"
        aria-label={node.label}
        data-kind={node.kind}
        data-hue={node.tone}
        data-level={level}
        data-collapsed={node.isCollapsed || undefined}
        data-selected={selected || undefined}
        data-highlighted={isHighlighted || undefined}
      >
        <Caption node={node} level={level} />
        <i className={styles.edgeTop} />
        <i className={styles.edgeRight} />
        <i className={styles.edgeBottom} />
        <i className={styles.edgeLeft} />
        <Badges badges={node.badges} />
      </div>
    </>
  );
});

function Resizer({ node }: { readonly node: SceneNode }) {
  const { onResize, smallestSize } = useCanvasView();
  const { width, height } = smallestSize(node.key);
  return (
    <NodeResizer
      minWidth={width}
      minHeight={height}
      handleClassName={styles.handle ?? ''}
      lineClassName={styles.resizeLine ?? ''}
      onResizeEnd={(_event, box) => onResize(node.key, box)}
    />
  );
}

/** Words are at most this many times as large while a collapsed box still says what it holds: just above where names alone are left. */
const LARGEST_SUMMARY = 2.4;
const AROUND_SUMMARY = 46;

/** What a collapsed box says at each distance: its name always, what it holds as long as that can be read. */
function collapsedRowsAt(level: LevelOfDetail, node: SceneNode): readonly CaptionRow[] {
  const rows = captionRows(node.kind, node);
  if (level === 'near') return rows;
  const bare = { title: node.title, address: '', word: '', room: '' };
  if (level === 'far') return [bare];
  if (level === 'middle') return rows.map((row) => ({ ...row, room: '' }));
  const width = node.place.width - AROUND_SUMMARY - captionTitleWidth(node.title, LARGEST_SUMMARY);
  return [{ ...bare, word: fitSummary(node.room, { width, growth: LARGEST_SUMMARY }) }];
}

/** Farther away the rows lose what is not name or block; a block has a row of its own then, because names grow. */
function rowsAt(level: LevelOfDetail, node: SceneNode): readonly CaptionRow[] {
  const rows = captionRows(node.kind, node);
  if (level === 'near') return rows;
  const bare = { title: node.title, address: '', word: '', room: '' };
  if (level !== 'middle' || node.address === '') return [bare];
  if (rows.length === 1) return [{ ...bare, address: node.address }];
  return [bare, { ...bare, title: '', address: node.address }];
}

function Caption({ node, level }: { readonly node: SceneNode; readonly level: LevelOfDetail }) {
  const rows = node.isCollapsed ? collapsedRowsAt(level, node) : rowsAt(level, node);
  return (
    <div className={styles.caption} data-rows={rows.length}>
      {rows.map((row) => (
        <div key={row.title + row.address + row.word} className={styles.row}>
          {row.title !== '' && (
            <>
              {level !== 'far' && <CaptionGlyph node={node} size={level === 'near' ? CAPTION_GLYPH : LARGER_GLYPH} />}
              <b className={styles.boxTitle} data-name>
                {row.title}
              </b>
            </>
          )}
          {row.address !== '' && <span className={styles.boxAddress}>{row.address}</span>}
          {row.word !== '' && <span className={node.kind === 'subnet' && !node.isCollapsed ? styles.exposure : styles.boxWord}>{row.word}</span>}
          {row.room !== '' && <span className={styles.room}>{row.room}</span>}
        </div>
      ))}
    </div>
  );
}

/** The glyph of a container; under the pointer it is the button that folds it, and it stays one while the container is folded. */
function CaptionGlyph({ node, size }: { readonly node: SceneNode; readonly size: number }) {
  const app = useApp();
  return (
    <span className={styles.fold} data-collapsed={node.isCollapsed || undefined}>
      <Glyph id={node.glyph} size={size} />
      {/* For the pointer alone: the keys have commands for it, and a node is one thing for a screen reader. */}
      <span
        className={joinClasses('nodrag', styles.foldButton)}
        aria-hidden
        title={node.isCollapsed ? 'Expand' : 'Collapse'}
        onClick={(event) => {
          event.stopPropagation();
          foldContainer(app, node);
        }}
      >
        <Glyph id={node.isCollapsed ? 'right' : 'collapse'} size={size} />
      </span>
    </span>
  );
}
