import { describeScene } from '@core/drawing/describe-scene.ts';
import type { Scene } from '@core/drawing/scene.ts';
import { useReactFlow, useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { useAppState } from '../app/app-context.ts';
import { levelAt, markScaleAt } from '../canvas/level-of-detail.ts';
import { isComparing } from '../store/comparison-slice.ts';
import { ChangeSign } from './change-sign.tsx';
import styles from './comparison-layer.module.css';
import { placeChanges, type ChangeMark, type Ghost, type PlacedChanges } from './place-changes.ts';
import { useEndOnEscape } from './use-end-on-escape.ts';

const NOTHING_KNOWN = { facts: {}, findings: [] } as const;
const NO_CHANGES: PlacedChanges = { marks: [], ghosts: [] };

function usePlacedChanges(scene: Scene): PlacedChanges {
  const design = useAppState((state) => state.design);
  const { base, value } = useAppState((state) => state.comparison);
  const before = base?.design;
  const sceneBefore = useMemo(() => before && describeScene(before, NOTHING_KNOWN), [before]);
  return useMemo(() => {
    if (!before || !sceneBefore || !value) return NO_CHANGES;
    return placeChanges({ design, scene, before, sceneBefore, resources: value.resources });
  }, [design, scene, before, sceneBefore, value]);
}

/** Brings an outline into view when the list points at it; what is still there the canvas reveals itself. */
function useRevealGhost(ghosts: readonly Ghost[]): void {
  const flow = useReactFlow();
  const shown = useAppState(({ comparison }) => comparison.shown);
  const revealed = useRef(shown);
  useEffect(() => {
    // Once when it is pointed at, not at every edit after.
    if (revealed.current === shown) return;
    revealed.current = shown;
    const ghost = ghosts.find(({ key }) => key === shown?.resource);
    if (!ghost) return;
    const { x, y, width, height } = ghost.place;
    void flow.setCenter(x + width / 2, y + height / 2, { zoom: flow.getZoom() });
  }, [shown, ghosts, flow]);
}

/** What is new or changed since the other version, and outlines of what is gone. The tab says the same in words. */
export function ComparisonLayer({ scene }: { readonly scene: Scene }) {
  return useAppState(isComparing) ? <Changes scene={scene} /> : null;
}

function Changes({ scene }: { readonly scene: Scene }) {
  const { marks, ghosts } = usePlacedChanges(scene);
  const shown = useAppState(({ comparison }) => comparison.shown?.resource);
  const zoom = useFlowStore((state) => state.transform[2]);
  const level = levelAt(zoom);
  // Near by they keep their place between the lines of text around them.
  const [scale, hasWords] = [level === 'near' ? 1 : markScaleAt(zoom), level !== 'far'];
  useRevealGhost(ghosts);
  useEndOnEscape();
  return (
    <div aria-hidden="true">
      {ghosts.map((ghost) => (
        <Outline key={ghost.key} ghost={ghost} isShown={ghost.key === shown} scale={scale} hasWords={hasWords} />
      ))}
      {marks.map((mark) => (
        <Mark key={mark.key} mark={mark} scale={scale} hasWords={hasWords} />
      ))}
    </div>
  );
}

interface Look {
  readonly scale: number;
  readonly hasWords: boolean;
}

function Mark({ mark, scale, hasWords }: Look & { readonly mark: ChangeMark }) {
  const { change, shape, place } = mark;
  // In the middle of a box's edge, clear of the captions at both ends of what is around it.
  const at = shape === 'box' ? { left: place.x + place.width / 2, transform: `translateX(-50%) scale(${scale})` } : { left: place.x, transform: `scale(${scale})` };
  return (
    <span className={styles.mark} data-change={change} data-shape={shape} style={{ top: place.y, ...at }}>
      <ChangeSign change={change} />
      {hasWords && change}
    </span>
  );
}

function Outline({ ghost, isShown, scale, hasWords }: Look & { readonly ghost: Ghost; readonly isShown: boolean }) {
  const { name, shape, place } = ghost;
  return (
    <div className={styles.ghost} data-shape={shape} data-shown={isShown || undefined} style={{ left: place.x, top: place.y, width: place.width, height: place.height }}>
      <span className={styles.gone} style={{ transform: `scale(${scale})` }}>
        <ChangeSign change="removed" />
        {hasWords && `${name} removed`}
      </span>
    </div>
  );
}
