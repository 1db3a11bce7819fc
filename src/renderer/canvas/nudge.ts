import { describeScene } from '@core/drawing/describe-scene.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import type { Design } from '@core/model/design.ts';
import { placeNodes } from './place-nodes.ts';

/** Moves nodes by a few pixels inside their containers. */
export function nudgeNodes(design: Design, keys: readonly string[], by: { readonly x: number; readonly y: number }): EditResult {
  const { byKey } = describeScene(design);
  const nodes = keys.map((key) => byKey.get(key)).filter((node) => node !== undefined);
  const places = new Map(nodes.map(({ key, box }) => [key, { x: box.x + by.x, y: box.y + by.y }]));
  const [first] = nodes;
  const said = nodes.length === 1 && first ? `Move ${first.title}` : `Move ${nodes.length} nodes`;
  return placeNodes(design, places, said);
}
