import { describeScene } from '@core/drawing/describe-scene.ts';
import { roundedPath, routeLines } from '@core/drawing/routes-of-lines.ts';
import type { SceneNode } from '@core/drawing/scene.ts';
import type { Design } from '@core/model/design.ts';
import { useEffect, useMemo, useState } from 'react';
import { useHost } from '../app/app-context.ts';
import styles from './start.module.css';

const MARGIN = 24;
const DOT = 34;

/** A template drawn small: its boxes, a dot for each machine, and the lines; drawn from the design itself. */
export function TemplateMiniature({ id }: { readonly id: string }) {
  const design = useTemplateDesign(id);
  const scene = useMemo(() => (design ? describeScene(design) : undefined), [design]);
  if (!scene || scene.nodes.length === 0) return <svg className={styles.miniature} aria-hidden="true" />;
  const shown = scene.nodes.filter(({ kind }) => kind !== 'region' && kind !== 'zone');
  const left = Math.min(...shown.map(({ place }) => place.x)) - MARGIN;
  const top = Math.min(...shown.map(({ place }) => place.y)) - MARGIN;
  const right = Math.max(...shown.map(({ place }) => place.x + place.width)) + MARGIN;
  const bottom = Math.max(...shown.map(({ place }) => place.y + place.height)) + MARGIN;
  return (
    <svg className={styles.miniature} viewBox={`${left} ${top} ${right - left} ${bottom - top}`} aria-hidden="true">
      {shown.map((node) => (
        <MiniatureNode key={node.key} node={node} />
      ))}
      {routeLines(scene).map(({ line, points }) => (
        <path key={line.key} className={styles.miniatureLine} data-kind={line.kind} d={roundedPath(points)} />
      ))}
    </svg>
  );
}

function MiniatureNode({ node }: { readonly node: SceneNode }) {
  const { place, shape, tone, kind } = node;
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  if (shape === 'box') return <rect className={styles.miniatureBox} data-hue={tone} data-kind={kind} {...place} rx={8} />;
  if (shape === 'cloud') return <circle className={styles.miniatureCloud} cx={middle.x} cy={middle.y} r={DOT} />;
  const size = shape === 'gate' ? place.width : DOT;
  return <rect className={styles.miniatureDot} data-hue={tone} data-shape={shape} x={middle.x - size / 2} y={middle.y - size / 2} width={size} height={size} rx={6} />;
}

function useTemplateDesign(id: string): Design | undefined {
  const host = useHost();
  const [design, setDesign] = useState<Design>();
  useEffect(() => {
    let isCurrent = true;
    void host.openTemplate({ id }).then((reply) => {
      if (isCurrent && reply.ok) setDesign(reply.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, id]);
  return design;
}
