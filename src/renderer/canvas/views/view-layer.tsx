import { arrowAt } from '@core/drawing/draw-path.ts';
import { roundedPath } from '@core/drawing/routes-of-lines.ts';
import type { Scene } from '@core/drawing/scene.ts';
import type { ViewDrawing, ViewLabel, ViewTag } from '@core/drawing/views/views.ts';
import { useStore as useFlowStore } from '@xyflow/react';
import { memo } from 'react';
import { useAppState } from '../../app/app-context.ts';
import { levelAt, textScaleAt } from '../level-of-detail.ts';
import { useViews } from './use-views.ts';
import styles from './views.module.css';

/** What the views say, over the nodes. A screen reader gets the same as a list beside the canvas. */
export function ViewLayer({ scene }: { readonly scene: Scene }) {
  const isOn = useAppState(({ views }) => views.on.length > 0);
  return isOn ? <Views scene={scene} /> : null;
}

function Views({ scene }: { readonly scene: Scene }) {
  const drawing = useViews(scene);
  const zoom = useFlowStore((state) => state.transform[2]);
  const isFar = levelAt(zoom) === 'far';
  return (
    <div aria-hidden="true">
      <Lines drawing={drawing} />
      {!isFar && <Words drawing={drawing} scale={textScaleAt(zoom)} />}
    </div>
  );
}

const Lines = memo(function Lines({ drawing }: { readonly drawing: ViewDrawing }) {
  return (
    <svg className={styles.lines}>
      {drawing.lines.map(({ key, points, isStopped }) => {
        const arrow = arrowAt(points);
        return (
          <g key={key} data-stopped={isStopped || undefined}>
            <path className={styles.line} d={roundedPath(arrow?.shaft ?? points)} />
            {arrow && <path className={styles.head} d={arrow.head} />}
          </g>
        );
      })}
    </svg>
  );
});

const Words = memo(function Words({ drawing, scale }: { readonly drawing: ViewDrawing; readonly scale: number }) {
  return (
    <>
      {drawing.lines.map(({ key, label, isStopped }) => (
        <Label key={key} label={label} isStopped={isStopped} scale={scale} />
      ))}
      {drawing.tags.map((tag) => (
        <Tag key={`${tag.view} ${tag.key}`} tag={tag} scale={scale} />
      ))}
    </>
  );
});

function Label({ label, isStopped, scale }: { readonly label: ViewLabel; readonly isStopped: boolean; readonly scale: number }) {
  const { x, y, width, height } = label.place;
  return (
    <span className={styles.label} data-stopped={isStopped || undefined} style={{ left: x + width / 2, top: y + height / 2, transform: `translate(-50%, -50%) scale(${scale})` }}>
      {label.text}
    </span>
  );
}

function Tag({ tag, scale }: { readonly tag: ViewTag; readonly scale: number }) {
  const { x, y, height } = tag.place;
  return (
    <span className={styles.tag} data-view={tag.view} title={tag.title} style={{ left: x, top: y + height / 2, maxWidth: tag.room / scale, transform: `translateY(-50%) scale(${scale})` }}>
      {tag.words}
    </span>
  );
}
