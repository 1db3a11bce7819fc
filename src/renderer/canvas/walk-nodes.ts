import type { Scene, SceneNode } from '@core/drawing/scene.ts';

export type WalkKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Enter' | 'Escape' | 'Home' | 'End';

const DIRECTIONS = {
  ArrowUp: { axis: 'y', sign: -1 },
  ArrowDown: { axis: 'y', sign: 1 },
  ArrowLeft: { axis: 'x', sign: -1 },
  ArrowRight: { axis: 'x', sign: 1 },
} as const;

/** Going straight is nearer than going aside. */
const ASIDE_COUNTS = 2;

const middle = ({ box }: SceneNode): { readonly x: number; readonly y: number } => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

function siblingsOf(scene: Scene, node: SceneNode): readonly SceneNode[] {
  return scene.nodes.filter((other) => other.parent === node.parent);
}

function nearestTowards(scene: Scene, node: SceneNode, key: keyof typeof DIRECTIONS): SceneNode | undefined {
  const { axis, sign } = DIRECTIONS[key];
  const other = axis === 'x' ? 'y' : 'x';
  const from = middle(node);
  const reached = siblingsOf(scene, node).flatMap((sibling) => {
    const to = middle(sibling);
    const ahead = (to[axis] - from[axis]) * sign;
    return sibling !== node && ahead > 0 ? [{ sibling, distance: ahead + Math.abs(to[other] - from[other]) * ASIDE_COUNTS }] : [];
  });
  return reached.sort((a, b) => a.distance - b.distance)[0]?.sibling;
}

/**
 * Where a key leads on the canvas: arrows to the nearest sibling in that direction, Enter to the first thing inside,
 * Escape to the container around (`null`: out of everything). `undefined` where it leads nowhere.
 */
export function walkNodes(scene: Scene, from: string | undefined, key: WalkKey): string | null | undefined {
  const node = from === undefined ? undefined : scene.byKey.get(from);
  if (!node) return key === 'Escape' ? null : scene.nodes[0]?.key;
  const siblings = siblingsOf(scene, node);
  switch (key) {
    case 'Enter':
      return node.children[0];
    case 'Escape':
      return node.parent ?? null;
    case 'Home':
      return siblings[0]?.key;
    case 'End':
      return siblings[siblings.length - 1]?.key;
    default:
      return nearestTowards(scene, node, key)?.key;
  }
}
