import type { CanvasNode } from './project-scene.ts';
import type { Overrides } from './drag-state.ts';

/** The nodes with what is dragged or resized shown where the pointer has it; all others are the same objects. */
export function applyOverrides(nodes: readonly CanvasNode[], overrides: Overrides): readonly CanvasNode[] {
  if (overrides.size === 0) return nodes;
  return nodes.map((node) => {
    const override = overrides.get(node.id);
    if (!override) return node;
    const { x = node.position.x, y = node.position.y } = override;
    const width = override.width ?? node.width ?? 0;
    const height = override.height ?? node.height ?? 0;
    return { ...node, position: { x, y }, width, height, measured: { width, height } };
  });
}
