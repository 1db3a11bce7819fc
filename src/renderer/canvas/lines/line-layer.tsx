import { roundedPath, routeLines, type LineRoute } from '@core/drawing/routes-of-lines.ts';
import type { Scene } from '@core/drawing/scene.ts';
import { memo } from 'react';
import styles from './lines.module.css';

export interface LineLayerProps {
  readonly scene: Scene;
  /** Keys of lines that a path runs along, which are not drawn; `null` while no path is shown. The others step back. */
  readonly underPath: ReadonlySet<string> | null;
}

/** What belongs together across containers: the way to the internet, VPN tunnels, copies of a database, interfaces. */
export const LineLayer = memo(function LineLayer({ scene, underPath }: LineLayerProps) {
  const routes = routeLines(scene).filter(({ line }) => !underPath?.has(line.key));
  return (
    <svg className={styles.layer} aria-hidden="true">
      {routes.map((route) => (
        <Line key={route.line.key} route={route} isDimmed={underPath !== null} />
      ))}
    </svg>
  );
});

const LABEL_ABOVE = 6;

function Line({ route, isDimmed }: { readonly route: LineRoute; readonly isDimmed: boolean }) {
  const { line, points } = route;
  const [from, to] = points.slice(Math.max(0, Math.ceil(points.length / 2) - 1));
  return (
    <>
      <path className={styles.line} data-kind={line.kind} data-dimmed={isDimmed || undefined} d={roundedPath(points)} />
      {line.label !== undefined && from && to && (
        <text className={styles.label} x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - LABEL_ABOVE}>
          {line.label}
        </text>
      )}
    </>
  );
}
