import { describeScene } from '@core/drawing/describe-scene.ts';
import { roundedPath, routeLines } from '@core/drawing/routes-of-lines.ts';
import type { Scene, SceneNode } from '@core/drawing/scene.ts';
import { useEffect, useState } from 'react';
import { useHost } from '../app/app-context.ts';
import styles from './start.module.css';

const MARGIN = 24;
const DOT = 34;

/** A template drawn small: its boxes, a dot for each machine, and the lines; drawn from the design itself. */
export function TemplateMiniature({ id }: { readonly id: string }) {
  const scene = useTemplateScene(id);
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
  if (shape === 'box') {
    return (
      <>
        {kind !== 'vpc' && <rect className={styles.miniaturePaper} {...place} rx={8} />}
        <rect className={styles.miniatureBox} data-hue={tone} data-kind={kind} {...place} rx={8} />
      </>
    );
  }
  if (shape === 'cloud') return <circle className={styles.miniatureCloud} cx={middle.x} cy={middle.y} r={DOT} />;
  const size = shape === 'gate' ? place.width : DOT;
  return (
    <rect
      className={styles.miniatureDot}
      data-hue={tone}
      data-shape={shape}
      x={middle.x - size / 2}
      y={middle.y - size / 2}
      width={size}
      height={size}
      rx={6}
    />
  );
}

/** The template's scene, with what a check says of its subnets: public or private is computed, never assumed. */
function useTemplateScene(id: string): Scene | undefined {
  const host = useHost();
  const [scene, setScene] = useState<Scene>();
  useEffect(() => {
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      const opened = await host.openTemplate({ id });
      if (!opened.ok) return;
      const report = await host.check({ design: opened.value });
      if (isCurrent && report.ok) setScene(describeScene(opened.value, { facts: report.value.facts }));
    };
    void draw();
    return () => {
      isCurrent = false;
    };
  }, [host, id]);
  return scene;
}
