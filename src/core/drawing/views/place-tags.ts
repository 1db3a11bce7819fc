import { fitText } from '../fit-text.ts';
import type { SceneNode } from '../scene.ts';
import type { Rectangle } from '../sizes.ts';
import { textWidth, type TextStyle } from '../text-width.ts';
import { typeScale } from '../tokens.ts';
import type { ViewTag } from './views.ts';

export const TAG_TEXT: TextStyle = { family: 'mono', weight: 400, size: typeScale.micro.size };
/** Height of a tag, its air at both ends, and how far from a node's left edge it starts. */
export const TAG = { height: 14, air: 4, inset: 8 } as const;

/** How much of a tag lies inside the border it is on, in pixels: as much as leaves the node's own words free. */
const INSIDE = { box: { addresses: 6, other: 7 }, card: { addresses: 3, other: 3 } } as const;

function topOf(shape: SceneNode['shape'], { y, height }: Rectangle, view: ViewTag['view']): number {
  const inside = INSIDE[shape === 'box' ? 'box' : 'card'];
  return view === 'addresses' ? y - TAG.height + inside.addresses : y + height - inside.other;
}

/** A tag on the border of a node, cut where the node ends. */
export function placeTag({ key, place, shape }: SceneNode, { view, text, title }: Pick<ViewTag, 'view' | 'text' | 'title'>): ViewTag {
  const room = place.width - 2 * TAG.inset - 2 * TAG.air;
  const fitted = fitText(text, room, TAG_TEXT);
  return { key, view, text: fitted, words: text, room: place.width - 2 * TAG.inset, title, place: { x: place.x + TAG.inset, y: topOf(shape, place, view), width: Math.ceil(textWidth(fitted, TAG_TEXT)) + 2 * TAG.air, height: TAG.height } };
}

/** A place around a point for words of this width. */
export const placeAround = ({ x, y }: { readonly x: number; readonly y: number }, width: number): Rectangle => ({ x: x - width / 2, y: y - TAG.height / 2, width, height: TAG.height });
