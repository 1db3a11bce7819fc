import { nodeKeyOf } from '@core/drawing/containers.ts';
import { findShownContainers } from '@core/drawing/shown-containers.ts';
import type { NodeShape, Scene, SceneNode } from '@core/drawing/scene.ts';
import type { Rectangle } from '@core/drawing/sizes.ts';
import type { ResourceChange } from '@core/findings/comparison.ts';
import type { Design } from '@core/model/design.ts';

/** A mark at a node that is new or not as it was. */
export interface ChangeMark {
  readonly key: string;
  readonly change: 'added' | 'changed';
  readonly shape: NodeShape;
  readonly place: Rectangle;
}

/** The outline of what is gone, where it stood. */
export interface Ghost {
  readonly key: string;
  readonly name: string;
  readonly shape: NodeShape;
  readonly place: Rectangle;
}

export interface PlacedChanges {
  readonly marks: readonly ChangeMark[];
  readonly ghosts: readonly Ghost[];
}

/** What is compared: the design on the canvas with its scene, and the other version with its own. */
export interface ComparedScenes {
  readonly design: Design;
  readonly scene: Scene;
  readonly before: Design;
  readonly sceneBefore: Scene;
  readonly resources: readonly ResourceChange[];
}

/** The node that shows a change, and what it says there: something new inside of a node makes that node a changed one. */
function markOf({ change, resource }: ResourceChange, { design, before, scene }: ComparedScenes): readonly [string, ChangeMark['change']] | undefined {
  const key = nodeKeyOf(findShownContainers(change === 'removed' ? before : design), resource);
  if (key === undefined || !scene.byKey.has(key)) return undefined;
  if (key === resource && change === 'removed') return undefined;
  return [key, key === resource && change === 'added' ? 'added' : 'changed'];
}

function placeMarks(compared: ComparedScenes): readonly ChangeMark[] {
  const changes = new Map<string, ChangeMark['change']>();
  for (const resource of compared.resources) {
    const [key, change] = markOf(resource, compared) ?? [];
    if (key !== undefined && change !== undefined && changes.get(key) !== 'added') changes.set(key, change);
  }
  return [...changes].flatMap(([key, change]) => {
    const node = compared.scene.byKey.get(key);
    return node ? [{ key, change, shape: node.shape, place: node.place }] : [];
  });
}

/** Where a node would stand if it still were: at its old place in its container, wherever that stands now. */
function placeOfGhost(node: SceneNode, compared: ComparedScenes): Rectangle {
  const { parent, box } = node;
  if (parent === undefined) return node.place;
  const old = compared.sceneBefore.byKey.get(parent);
  const around = compared.scene.byKey.get(parent)?.place ?? (old && placeOfGhost(old, compared));
  return around ? { ...box, x: around.x + box.x, y: around.y + box.y } : node.place;
}

function placeGhosts(compared: ComparedScenes): readonly Ghost[] {
  // Two designs that share nothing would only cover each other.
  if (!compared.sceneBefore.nodes.some(({ key }) => compared.scene.byKey.has(key))) return [];
  return compared.resources.flatMap(({ change, resource }) => {
    const node = change === 'removed' ? compared.sceneBefore.byKey.get(resource) : undefined;
    return node ? [{ key: node.key, name: node.title, shape: node.shape, place: placeOfGhost(node, compared) }] : [];
  });
}

/** The marks and outlines of a comparison on the canvas, in canvas pixels at 100 %. */
export const placeChanges = (compared: ComparedScenes): PlacedChanges => ({ marks: placeMarks(compared), ghosts: placeGhosts(compared) });
