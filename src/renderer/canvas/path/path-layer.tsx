import type { LegPiece, PathDrawing, PathFlag, PathLabel, PathMark } from '@core/drawing/path-drawing.ts';
import { roundedPath } from '@core/drawing/routes-of-lines.ts';
import { useStore as useFlowStore } from '@xyflow/react';
import { memo } from 'react';
import { useStore } from '../../app/app-context.ts';
import { markScaleAt } from '../level-of-detail.ts';
import styles from './path.module.css';

/** Marks stand near each other on a path: grown more than this they would cover one another. */
const LARGEST_MARK = 1.6;

/** The answer on the canvas: request and reply, numbered marks, and the flag at the blocker. */
export const PathLayer = memo(function PathLayer({ path }: { readonly path: PathDrawing }) {
  const scale = useFlowStore((state) => Math.min(LARGEST_MARK, markScaleAt(state.transform[2])));
  return (
    <>
      <svg className={styles.layer} aria-hidden="true">
        {path.pieces.map((piece, index) => (
          <Piece key={`${piece.leg} ${index}`} piece={piece} scale={scale} />
        ))}
        {path.labels.map((label) => (
          <Label key={`${label.text} ${label.at.x}`} label={label} scale={scale} />
        ))}
        {path.flag && <path className={styles.stem} data-kind={path.flag.kind} d={roundedPath(path.flag.stem)} />}
        {path.marks.map((mark) => (
          <Mark key={`${mark.step} ${mark.at.x} ${mark.at.y}`} mark={mark} scale={scale} />
        ))}
      </svg>
      {path.flag && <Flag flag={path.flag} scale={scale} />}
    </>
  );
});

function Piece({ piece, scale }: { readonly piece: LegPiece; readonly scale: number }) {
  const { leg, style, points, hasArrow } = piece;
  const [before, tip] = points.slice(-2);
  const angle = before && tip ? (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI : 0;
  return (
    <>
      <path className={styles.leg} data-leg={leg} data-style={style} d={roundedPath(points)} />
      {hasArrow && tip && (
        <path className={styles.arrow} data-style={style} d="M1 0l-9 -5v10z" transform={`translate(${tip.x} ${tip.y}) rotate(${angle}) scale(${scale})`} />
      )}
    </>
  );
}

function Label({ label, scale }: { readonly label: PathLabel; readonly scale: number }) {
  const { text, kind, at, anchor } = label;
  return (
    <text className={styles.label} data-kind={kind} textAnchor={anchor} transform={`translate(${at.x} ${at.y}) scale(${scale})`}>
      {text}
    </text>
  );
}

const OCTAGON = 'M-4.6 -11h9.2l6.4 6.4v9.2l-6.4 6.4h-9.2l-6.4 -6.4v-9.2z';
const TRIANGLE = 'M0 -10l10.4 17.6h-20.8z';
const ROUND = 'M-8 0a8 8 0 1 1 16 0a8 8 0 1 1 -16 0z';
const SHAPES = { pass: ROUND, fail: OCTAGON, warn: TRIANGLE, undetermined: ROUND } as const;

function Mark({ mark, scale }: { readonly mark: PathMark; readonly scale: number }) {
  const { kind, step, at, title } = mark;
  return (
    <g className={styles.mark} data-kind={kind} transform={`translate(${at.x} ${at.y}) scale(${scale})`}>
      <title>{title}</title>
      <path d={SHAPES[kind]} />
      <text y={kind === 'warn' ? 3 : 0.5}>{step}</text>
    </g>
  );
}

/** It grows away from its mark. A click shows the rule; the verdict and the list of steps say the same without it. */
function Flag({ flag, scale }: { readonly flag: PathFlag; readonly scale: number }) {
  const store = useStore();
  const { kind, title, detail, place, stem } = flag;
  const show = (): void => {
    const evidence = store.getState().question.diagnosis?.blockers[0]?.evidence[0];
    if (evidence) store.showEvidence(evidence);
    store.showDockTab('diagnose');
  };
  const [, end] = stem;
  return (
    <button
      type="button"
      className={styles.flag}
      data-kind={kind}
      tabIndex={-1}
      style={{
        left: place.x,
        top: place.y,
        minWidth: place.width,
        height: place.height,
        transform: `scale(${scale})`,
        transformOrigin: `${end.x - place.x}px ${end.y - place.y}px`,
      }}
      onClick={show}
    >
      <b>{title}</b>
      {detail !== '' && <span>{detail}</span>}
    </button>
  );
}
