import type { Scene, SceneNode } from '@core/drawing/scene.ts';
import type { Rectangle } from '@core/drawing/sizes.ts';
import type { Overrides } from './drag-state.ts';

/**
 * The scene as it stands while nodes are dragged or resized: what stands in a moved container moves along. Lines and paths
 * are drawn over it, so that they follow the pointer. The same scene where nothing is dragged.
 */
export function moveScene(scene: Scene, overrides: Overrides): Scene {
  if (overrides.size === 0) return scene;
  const byKey = new Map<string, SceneNode>();
  for (const node of scene.nodes) {
    const before = node.parent === undefined ? undefined : scene.byKey.get(node.parent);
    const parent = node.parent === undefined ? undefined : byKey.get(node.parent);
    const isAround = parent !== before;
    const override = overrides.get(node.key);
    byKey.set(node.key, override || isAround ? moveNode(node, { ...node.box, ...override }, parent?.place) : node);
  }
  return { nodes: [...byKey.values()], lines: scene.lines, byKey };
}

function moveNode(node: SceneNode, box: Rectangle, around: Rectangle | undefined): SceneNode {
  return { ...node, box, place: { ...box, x: box.x + (around?.x ?? 0), y: box.y + (around?.y ?? 0) } };
}

/** In a larger scene lines stay where they are until the drop: to find their ways anew takes longer than a frame. */
const MOST_NODES = 1500;

/** Whether a line or the path ends at what is dragged, or at something in it. */
export function movesLines(scene: Scene, overrides: Overrides, onPath: ReadonlySet<string> | null): boolean {
  if (overrides.size === 0 || scene.nodes.length > MOST_NODES) return false;
  const ends = [...scene.lines.flatMap(({ from, to }) => [from, to]), ...(onPath ?? [])];
  return ends.some((end) => {
    for (let key: string | undefined = end; key !== undefined; key = scene.byKey.get(key)?.parent) if (overrides.has(key)) return true;
    return false;
  });
}
