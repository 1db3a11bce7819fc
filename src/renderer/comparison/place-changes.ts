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

/** The node that shows a change: its own, or the one it is a part of; none for what is gone with its node. */
function keyOf({ change, resource }: ResourceChange, { design, before, scene }: ComparedScenes): string | undefined {
  const key = nodeKeyOf(findShownContainers(change === 'removed' ? before : design), resource);
  const isOutline = key === resource && change === 'removed';
  return key !== undefined && scene.byKey.has(key) && !isOutline ? key : undefined;
}

/** A node is new when its resource is; something new inside of an older one makes that a changed one. */
function placeMarks(compared: ComparedScenes): readonly ChangeMark[] {
  const added = new Set<string | undefined>(compared.resources.flatMap(({ change, resource }) => (change === 'added' ? [resource] : [])));
  const keys = new Set(compared.resources.map((change) => keyOf(change, compared)));
  return [...keys].flatMap((key) => {
    const node = key === undefined ? undefined : compared.scene.byKey.get(key);
    return node ? [{ key: node.key, change: added.has(node.resource) ? ('added' as const) : ('changed' as const), shape: node.shape, place: node.place }] : [];
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
  return compared.resources.flatMap(({ change, resource }) => {
    const node = change === 'removed' ? compared.sceneBefore.byKey.get(resource) : undefined;
    return node ? [{ key: node.key, name: node.title, shape: node.shape, place: placeOfGhost(node, compared) }] : [];
  });
}

/** Two designs that share no node: a mark at every one would say nothing, and the outlines would cover what is there. */
const areStrangers = ({ scene, sceneBefore }: ComparedScenes): boolean => sceneBefore.nodes.length > 0 && !sceneBefore.nodes.some(({ key }) => scene.byKey.has(key));

/** The marks and outlines of a comparison on the canvas, in canvas pixels at 100 %. */
export function placeChanges(compared: ComparedScenes): PlacedChanges {
  return areStrangers(compared) ? { marks: [], ghosts: [] } : { marks: placeMarks(compared), ghosts: placeGhosts(compared) };
}
