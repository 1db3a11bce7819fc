import type { Scene } from '@core/drawing/scene.ts';
import { isContainerKind, PADDING, SMALLEST, type Size } from '@core/drawing/sizes.ts';

/** The smallest size of a container: that of an empty one, and large enough for what stands in it. */
export function smallestSizeOf(scene: Scene, key: string): Size {
  const node = scene.byKey.get(key);
  if (!node || !isContainerKind(node.kind)) return { width: 0, height: 0 };
  const padding = PADDING[node.kind];
  let { width, height } = SMALLEST[node.kind];
  for (const child of node.children) {
    const inner = scene.byKey.get(child);
    if (!inner || inner.astride) continue;
    width = Math.max(width, inner.box.x + inner.box.width + padding.right);
    height = Math.max(height, inner.box.y + inner.box.height + padding.bottom);
  }
  return { width, height };
}
