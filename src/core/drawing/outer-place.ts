import { gateLabelWidth } from './measure.ts';
import type { SceneNode } from './scene.ts';
import { GATE_LABEL, type Rectangle } from './sizes.ts';

type LabelledNode = Pick<SceneNode, 'place' | 'shape' | 'title'>;

/** Where a gateway's name stands on the canvas: centred below its tile. */
export function gateLabelPlace({ place, title }: Pick<SceneNode, 'place' | 'title'>): Rectangle {
  const width = gateLabelWidth(title);
  return {
    x: place.x + (place.width - width) / 2,
    y: place.y + place.height + GATE_LABEL.gap,
    width,
    height: GATE_LABEL.height,
  };
}

/** What a node covers of the canvas: its own place, and for a gateway its name too. */
export function outerPlace(node: LabelledNode): Rectangle {
  if (node.shape !== 'gate') return node.place;
  const label = gateLabelPlace(node);
  const left = Math.min(node.place.x, label.x);
  return { x: left, y: node.place.y, width: Math.max(node.place.width, label.width), height: label.y + label.height - node.place.y };
}
