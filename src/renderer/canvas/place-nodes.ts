import { growToFit } from '@core/drawing/grow-to-fit.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import type { Box, Design } from '@core/model/design.ts';
import { diffToPatch } from '@core/patch/diff-to-patch.ts';

/** Names no node: asks for nothing but places for nodes that have none. */
const NO_KEY = '';

/**
 * Writes places of nodes into the layout; what is not given of a box stays. A design whose places were computed so far
 * gets all of them at once: with only some written down, the others would be computed anew around them and jump.
 */
export function placeNodes(design: Design, places: ReadonlyMap<string, Partial<Box>>, said: string): EditResult {
  const placed = growToFit(design, design.layout, NO_KEY);
  const changed = [...places].map(([key, box]) => [key, { ...(placed[key] ?? { x: 0, y: 0 }), ...box }] as const);
  const layout = { ...placed, ...Object.fromEntries(changed) };
  const patch = diffToPatch(design.layout, layout).map((operation) => ({ ...operation, path: `/layout${operation.path}` }));
  return { ok: true, patch, select: [], said };
}
