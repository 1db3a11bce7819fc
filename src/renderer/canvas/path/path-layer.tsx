import { useStore as useFlowStore } from '@xyflow/react';
import { useMemo } from 'react';
import { useStore } from '../../app/app-context.ts';
import { markScaleAt } from '../level-of-detail.ts';
import { toPathData } from '../lines/route-line.ts';
import { usePlaces } from '../lines/use-places.ts';
import { layOutPath, type LaidLine, type LaidMark } from './lay-out-path.ts';
import type { PathFlag, PathPlan } from './plan-path.ts';
import styles from './path.module.css';
import type { CanvasPoint } from '../canvas-port.ts';

/** The answer on the canvas: request and reply, numbered marks, and the flag at the blocker. */
export function PathLayer({ path }: { readonly path: PathPlan }) {
  const scale = useFlowStore((state) => markScaleAt(state.transform[2]));
  const keys = useMemo(() => keysOf(path), [path]);
  const places = usePlaces(keys);
  const laid = useMemo(() => {
    const byKey = new Map(keys.map((key, index) => [key, places[index]]));
    return layOutPath(path, { placeOf: (key) => byKey.get(key), scale });
  }, [path, keys, places, scale]);
  return (
    <>
      <svg className={styles.layer} aria-hidden="true">
        {laid.lines.map((line) => (
          <PathLine key={line.key} line={line} scale={scale} />
        ))}
        {laid.labels.map(({ leg, arrives, x, y }) => (
          <text key={leg} className={styles.legLabel} data-arrives={arrives || undefined} x={x} y={y} style={{ fontSize: 10.5 * scale }}>
            {leg === 'reply' && !arrives ? 'no reply' : leg}
          </text>
        ))}
        {path.flag && laid.flagAt && <path className={styles.pole} d={`M${laid.flagAt.x} ${laid.flagAt.y}v${FLAG_DROP * scale}`} />}
        {laid.marks.map((mark) => (
          <PathMark key={mark.key} mark={mark} scale={scale} />
        ))}
      </svg>
      {path.flag && laid.flagAt && <Flag flag={path.flag} at={laid.flagAt} scale={scale} />}
    </>
  );
}

const FLAG_DROP = 38;

const keysOf = ({ legs, nodeMarks, flag }: PathPlan): readonly string[] => [
  ...new Set([
    ...legs.flatMap(({ stops, marks }) => [...stops, ...marks.map(({ border }) => border)]),
    ...nodeMarks.map(({ node }) => node),
    ...(flag?.node === undefined ? [] : [flag.node]),
  ]),
];

function PathLine({ line, scale }: { readonly line: LaidLine; readonly scale: number }) {
  const data = toPathData(line.points);
  const [before, end] = line.points.slice(-2);
  return (
    <>
      <path className={styles.halo} d={data} style={{ strokeWidth: 6 * scale }} />
      <path className={styles.leg} data-leg={line.leg} data-fate={line.fate} d={data} />
      {line.isEnd && before && end && <Arrow from={before} to={end} scale={scale} />}
    </>
  );
}

function Arrow({ from, to, scale }: { readonly from: CanvasPoint; readonly to: CanvasPoint; readonly scale: number }) {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return <path className={styles.arrow} d="M1 0l-9 -5v10z" transform={`translate(${to.x} ${to.y}) rotate(${angle}) scale(${scale})`} />;
}

const OCTAGON = 'M-4.6 -11h9.2l6.4 6.4v9.2l-6.4 6.4h-9.2l-6.4 -6.4v-9.2z';
const TRIANGLE = 'M0 -10l10.4 17.6h-20.8z';

function PathMark({ mark, scale }: { readonly mark: LaidMark; readonly scale: number }) {
  const { x, y, number, status } = mark;
  return (
    <g className={styles.mark} data-status={status} transform={`translate(${x} ${y}) scale(${scale})`}>
      <title>{mark.title}</title>
      {status === 'pass' && <circle r="8" />}
      {status === 'fail' && <path d={OCTAGON} />}
      {status === 'warning' && <path d={TRIANGLE} />}
      <text y={status === 'warning' ? 3 : 0.5}>{number}</text>
    </g>
  );
}

/** A click shows the rule. */
function Flag({ flag, at, scale }: { readonly flag: PathFlag; readonly at: CanvasPoint; readonly scale: number }) {
  const store = useStore();
  const show = (): void => {
    const place = store.getState().question.diagnosis?.blockers[0]?.evidence[0];
    if (place) store.showEvidence(place);
    store.showDockTab('diagnose');
  };
  return (
    <button
      type="button"
      className={styles.flag}
      tabIndex={-1}
      style={{ transform: `translate(${at.x}px, ${at.y + FLAG_DROP * scale}px) scale(${scale}) translateX(-90%)` }}
      onClick={show}
    >
      <b>{flag.title}</b>
      {flag.rule !== '' && <span>{flag.rule}</span>}
    </button>
  );
}
