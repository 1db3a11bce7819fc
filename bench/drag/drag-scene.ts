import { arrange } from '@core/drawing/arrange.ts';
import { describeScene } from '@core/drawing/describe-scene.ts';
import type { Scene } from '@core/drawing/scene.ts';
import { writeDesign } from '@core/model/write-design.ts';
import { makeDesign } from '../make-design.ts';

/** A design with about so many nodes, and one of its instances to drag. */
export interface DragScene {
  /** The design's file. */
  readonly text: string;
  readonly scene: Scene;
  readonly dragged: string;
  /** Its name. */
  readonly title: string;
}

/** A made design has this many resources for each node: interfaces, tables and rules are none. */
const RESOURCES_PER_NODE = 1.85;

/** Makes a design whose drawing has about so many nodes. */
export function makeDragScene(nodes: number): DragScene {
  const bare = makeDesign({ resources: Math.round(nodes * RESOURCES_PER_NODE) });
  const design = { ...bare, layout: arrange(bare) };
  const scene = describeScene(design);
  const cards = scene.nodes.filter(({ kind }) => kind === 'instance');
  const card = cards[Math.floor(cards.length / 2)];
  return { text: writeDesign(design), scene, dragged: card?.key ?? '', title: card?.title ?? '' };
}

/** The same nodes for React Flow's own components. */
export function containersOf({ scene }: DragScene): readonly object[] {
  return scene.nodes.map(({ key, parent, box: { x, y, width, height }, title, shape }) => ({
    id: key,
    type: shape === 'box' ? 'group' : 'default',
    position: { x, y },
    width,
    height,
    data: { label: title },
    ...(parent !== undefined && { parentId: parent }),
  }));
}
