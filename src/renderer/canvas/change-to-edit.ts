import { describeScene } from '@core/drawing/describe-scene.ts';
import type { Scene, SceneNode } from '@core/drawing/scene.ts';
import type { Rectangle } from '@core/drawing/sizes.ts';
import type { DropJudgement, EditResult } from '@core/editing/edit-result.ts';
import { moveResource } from '@core/editing/move-resource.ts';
import type { Box, Design } from '@core/model/design.ts';
import { asResourceId, type RandomSource, type ResourceId } from '@core/model/ids.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import type { Patch } from '@core/patch/patch.ts';
import type { CanvasPoint } from './canvas-port.ts';
import { placeNodes } from './place-nodes.ts';

/** Nodes that were dragged: where each stands now on the canvas, and what they were dropped on. */
export interface Drop {
  /** Key and place (top left corner, canvas pixels) of each node that was taken hold of; what stands in them comes along. */
  readonly moved: ReadonlyMap<string, CanvasPoint>;
  /** Key of the container they were dropped on; `undefined` is the canvas itself. */
  readonly container: string | undefined;
}

export interface DropRequest {
  readonly drop: Drop;
  readonly random: RandomSource;
}

const originOf = (scene: Scene, container: string | undefined): CanvasPoint =>
  (container === undefined ? undefined : scene.byKey.get(container)?.place) ?? { x: 0, y: 0 };

const relativeTo = (origin: CanvasPoint, { x, y }: CanvasPoint): Box => ({ x: Math.round(x - origin.x), y: Math.round(y - origin.y) });

/** Whether a node keeps its container: a gateway on a VPC's border may be dropped beside the VPC or in one of its zones. */
function staysInside(scene: Scene, node: SceneNode, container: string | undefined): boolean {
  if (container === node.parent) return true;
  if (!node.astride || node.parent === undefined) return false;
  const around = scene.byKey.get(node.parent)?.parent;
  const inside = container === undefined ? undefined : scene.byKey.get(container);
  return container === around || inside?.parent === node.parent;
}

interface Sequence {
  readonly design: Design;
  readonly patch: Patch;
  readonly select: readonly ResourceId[];
  readonly said: readonly string[];
}

function follow(sequence: Sequence, result: EditResult): Sequence | { readonly refused: string } {
  if (!result.ok) return result;
  const applied = applyPatch(sequence.design, result.patch);
  if (!applied.ok) return { refused: applied.problem };
  const { patch, select, said } = sequence;
  return { design: applied.document, patch: [...patch, ...result.patch], select: [...select, ...result.select], said: [...said, result.said] };
}

function sayAll(said: readonly string[]): string {
  return said.length <= 1 ? (said[0] ?? '') : `${said[0]} and ${said.length - 1} more`;
}

/** Nodes whose container is dragged too move with it; nothing of their own changes. */
function outermost(scene: Scene, moved: Drop['moved']): readonly SceneNode[] {
  const isInsideMoved = (node: SceneNode): boolean => {
    for (let parent = node.parent; parent !== undefined; parent = scene.byKey.get(parent)?.parent) if (moved.has(parent)) return true;
    return false;
  };
  return [...moved.keys()].flatMap((key) => {
    const node = scene.byKey.get(key);
    return node && !isInsideMoved(node) ? [node] : [];
  });
}

/**
 * What a drop means: in the same container a place, in another one a change of the network (an instance gets an address
 * of its new subnet, a gateway is attached). All of what was dragged, or a refusal and nothing.
 */
export function dropToEdit(design: Design, scene: Scene, { drop, random }: DropRequest): EditResult {
  const nodes = outermost(scene, drop.moved);
  const staying = nodes.filter((node) => staysInside(scene, node, drop.container));
  const leaving = nodes.filter((node) => !staying.includes(node));
  let sequence: Sequence = { design, patch: [], select: [], said: [] };
  for (const node of leaving) {
    const at = relativeTo(originOf(scene, drop.container), drop.moved.get(node.key) ?? node.place);
    const next = follow(sequence, moveResource(sequence.design, { resource: asResourceId(node.key), container: drop.container, at, random }));
    if ('refused' in next) return { ok: false, refused: next.refused };
    sequence = next;
  }
  if (staying.length > 0) {
    const places = new Map(staying.map((node) => [node.key, relativeTo(originOf(scene, node.parent), drop.moved.get(node.key) ?? node.place)]));
    const [first] = staying;
    const said = staying.length === 1 && first ? `Move ${first.title}` : `Move ${staying.length} nodes`;
    const next = follow(sequence, placeNodes(sequence.design, places, said));
    if ('refused' in next) return { ok: false, refused: next.refused };
    sequence = next;
  }
  const { patch, select, said } = sequence;
  return { ok: true, patch, select, said: sayAll(said) };
}

/** What a drop would do, or why it cannot be done; `undefined` where nodes only change their place. */
export function judgeMove(design: Design, scene: Scene, { drop, random }: DropRequest): DropJudgement | undefined {
  const leaves = outermost(scene, drop.moved).some((node) => !staysInside(scene, node, drop.container));
  if (!leaves) return undefined;
  const result = dropToEdit(design, scene, { drop, random });
  return result.ok ? { ok: true, effect: result.said } : result;
}

/** A container with another size. Its contents stay where they are on the canvas when its left or upper edge moved. */
export function resizeToEdit(design: Design, key: string, box: Rectangle): EditResult {
  const { byKey } = describeScene(design);
  const node = byKey.get(key);
  if (!node) return { ok: false, refused: `${key} is not on the canvas.` };
  const [dx, dy] = [Math.round(box.x) - node.box.x, Math.round(box.y) - node.box.y];
  const size = { width: Math.round(box.width), height: Math.round(box.height) };
  const places = new Map<string, Partial<Box>>([[key, { x: Math.round(box.x), y: Math.round(box.y), ...size }]]);
  if (dx !== 0 || dy !== 0) {
    for (const child of node.children) {
      const inner = byKey.get(child);
      if (inner && !inner.astride) places.set(child, { x: inner.box.x - dx, y: inner.box.y - dy });
    }
  }
  return placeNodes(design, places, `Resize ${node.title}`);
}
