import type { Scene, SceneNode } from '@core/drawing/scene.ts';
import type { Rectangle } from '@core/drawing/sizes.ts';
import type { CanvasPoint } from './canvas-port.ts';

const contains = ({ x, y, width, height }: Rectangle, point: CanvasPoint): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** The innermost node at a point of the canvas. What is in `without`, and all that stands in it, is looked through. */
export function nodeAt({ nodes }: Scene, point: CanvasPoint, without: ReadonlySet<string> = new Set()): SceneNode | undefined {
  const skipped = new Set<string>();
  let found: SceneNode | undefined;
  // A container comes before what it contains, so the last one that fits is the innermost.
  for (const node of nodes) {
    if (without.has(node.key) || (node.parent !== undefined && skipped.has(node.parent))) skipped.add(node.key);
    else if (contains(node.place, point)) found = node;
  }
  return found;
}

/** The innermost box at a point: where something dropped there would go. Cards take drops too: a group on an instance. */
export function boxAt(scene: Scene, point: CanvasPoint, without: ReadonlySet<string> = new Set()): SceneNode | undefined {
  const node = nodeAt(scene, point, without);
  if (!node || node.shape === 'box') return node;
  return node.parent === undefined ? undefined : scene.byKey.get(node.parent);
}
