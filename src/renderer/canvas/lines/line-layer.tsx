import type { SceneLine } from '@core/drawing/scene.ts';
import type { Rectangle } from '@core/drawing/sizes.ts';
import { useMemo } from 'react';
import { routeBracket, routeLine, toPathData } from './route-line.ts';
import { usePlaces } from './use-places.ts';
import styles from './lines.module.css';

export interface LineLayerProps {
  readonly lines: readonly SceneLine[];
  /** Keys of the nodes on the path that is shown: it is drawn in place of the lines between them, and the others step back. */
  readonly onPath: ReadonlySet<string> | null;
}

/** What belongs together across containers: the way to the internet, VPN tunnels, copies of a database, interfaces. */
export function LineLayer({ lines: all, onPath }: LineLayerProps) {
  const lines = useMemo(() => all.filter(({ from, to }) => !(onPath?.has(from) && onPath.has(to))), [all, onPath]);
  const keys = useMemo(() => [...new Set(lines.flatMap(({ from, to }) => [from, to]))], [lines]);
  const places = usePlaces(keys);
  const placeOf = new Map(keys.map((key, index) => [key, places[index]]));
  return (
    <svg className={styles.layer} aria-hidden="true">
      {lines.map((line) => (
        <LinePath key={line.key} line={line} a={placeOf.get(line.from)} b={placeOf.get(line.to)} isDimmed={onPath !== null} />
      ))}
    </svg>
  );
}

interface LinePathProps {
  readonly line: SceneLine;
  readonly a: Rectangle | undefined;
  readonly b: Rectangle | undefined;
  readonly isDimmed: boolean;
}

function LinePath({ line, a, b, isDimmed }: LinePathProps) {
  if (!a || !b) return null;
  const points = line.kind === 'replication' ? routeBracket(a, b) : routeLine(a, b);
  const middle = points[Math.floor(points.length / 2)];
  return (
    <>
      <path className={styles.line} data-kind={line.kind} data-dimmed={isDimmed || undefined} d={toPathData(points)} />
      {line.label !== undefined && middle && (
        <text className={styles.label} x={middle.x} y={middle.y - CORNER_GAP}>
          {line.label}
        </text>
      )}
    </>
  );
}

const CORNER_GAP = 6;
