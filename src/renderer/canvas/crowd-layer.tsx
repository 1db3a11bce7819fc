import type { Scene, SceneNode } from '@core/drawing/scene.ts';
import type { Hue } from '@core/drawing/tokens.ts';
import { memo, useMemo } from 'react';
import styles from './canvas.module.css';
import type { LevelOfDetail } from './level-of-detail.ts';

/** More cards than these are no elements of their own from afar: a page with thousands of them cannot be moved smoothly. */
const MOST_CARDS = 1200;
const TILE = 40;

/** Whether the cards of a scene are drawn as one picture at this level. */
export const isCrowded = (scene: Scene, level: LevelOfDetail): boolean => level === 'far' && scene.nodes.length > MOST_CARDS;

const tileOf = ({ place }: SceneNode): string => `M${place.x} ${place.y + (place.height - TILE) / 2}h${TILE}v${TILE}h-${TILE}z`;

/** The cards from afar: a tile each, one element for all of a hue. They are chosen by their place all the same. */
export const CrowdLayer = memo(function CrowdLayer({ scene }: { readonly scene: Scene }) {
  const tiles = useMemo(() => {
    const byHue = new Map<Hue, string>();
    for (const node of scene.nodes) if (node.shape === 'card') byHue.set(node.tone, (byHue.get(node.tone) ?? '') + tileOf(node));
    return [...byHue];
  }, [scene]);
  return (
    <svg className={styles.crowd} aria-hidden="true">
      {tiles.map(([hue, data]) => (
        <path key={hue} data-hue={hue} d={data} />
      ))}
    </svg>
  );
});
