import type { Design, Layout } from '../model/design.ts';
import { computeFacts } from '../lookup/resource-facts.ts';
import { arrangeConnectors, arrangeConnectorsBefore, columnWidth, leadsOutside, splitConnectors } from './arrange-connectors.ts';
import { arrangeOutside } from './arrange-outside.ts';
import { arrangeLoose, arrangeVpc, shift } from './arrange-vpc.ts';
import { arrangeCards, type LayoutDraft } from './arrange-zones.ts';
import type { ContainedNode } from './containers.ts';
import { readSource, type DrawingSource } from './drawing-source.ts';
import type { Facts } from './node-text.ts';
import { packToShape } from './pack.ts';
import { BOX_GAP, CARD, CARD_GAP, isContainerKind, PADDING, SMALLEST, type Size } from './sizes.ts';

/** VPCs of a Region stand rather below than beside each other, so that each has its border free to the outside. */
const REGION_SHAPE = 1;
const CANVAS_SHAPE = 1.1;
const LOOSE_PER_ROW = 4;
const LOOSE_GAP = 14;

/** A box beside others: `overhang` is what stands out of it at its left. */
interface Tile extends Size {
  readonly key: string;
  readonly overhang: number;
}

/** What has gateways on its border stands where their lines come from. */
const withGatewaysFirst = (a: Tile, b: Tile): number => Number(b.overhang > 0) - Number(a.overhang > 0);

function arrangeBox(source: DrawingSource, node: ContainedNode, draft: LayoutDraft): Tile {
  if (node.kind === 'vpc') return { key: node.key, ...arrangeVpc(source, node, draft) };
  if (node.kind === 'region') return { key: node.key, overhang: 0, ...arrangeRegion(source, node, draft) };
  return { key: node.key, overhang: 0, ...arrangeCards(source, { key: node.key, cardWidth: 0 }, draft) };
}

/** Puts boxes beside and below each other from an origin on and writes their places. */
function placeTiles(
  tiles: readonly Tile[],
  { x, y, gap, shape, draft }: { readonly x: number; readonly y: number; readonly gap: number; readonly shape: number; readonly draft: LayoutDraft },
): Size {
  const packed = packToShape(
    tiles.map((tile) => ({ width: tile.overhang + tile.width, height: tile.height })),
    gap,
    shape,
  );
  tiles.forEach(({ key, overhang, width, height }, index) => {
    const place = packed.places[index];
    if (place) draft[key] = { x: x + place.x + overhang, y: y + place.y, width, height };
  });
  return packed;
}

interface Inside {
  readonly boxes: readonly ContainedNode[];
  readonly loose: readonly string[];
}

function splitChildren(source: DrawingSource, keys: readonly string[]): Inside {
  const nodes = keys.map((key) => source.containers.nodes.get(key)).filter((node) => node !== undefined);
  return {
    boxes: nodes.filter((node) => isContainerKind(node.kind)),
    loose: nodes.filter((node) => !isContainerKind(node.kind)).map((node) => node.key),
  };
}

function arrangeRegion(source: DrawingSource, region: ContainedNode, draft: LayoutDraft): Size {
  const { top, right, bottom, left } = PADDING.region;
  const { boxes, loose } = splitChildren(source, region.children);
  const tiles = boxes.map((node) => arrangeBox(source, node, draft)).sort(withGatewaysFirst);
  const names = boxes.map(({ key }) => key);
  const { connectors, rest } = splitConnectors(source, loose, names);
  const before = connectors.filter((key) => leadsOutside(source, key));
  const after = connectors.filter((key) => !before.includes(key));
  const start = left + columnWidth(source, before);
  const block = placeTiles(tiles, { x: start, y: top, gap: BOX_GAP.vpc, shape: REGION_SHAPE, draft });
  const own = source.ownSizes.get(region.key) ?? SMALLEST.region;
  const endBefore = arrangeConnectorsBefore(source, before, { x: left, top, boxes: names, draft });
  const column = arrangeConnectors(source, after, { x: start + block.width, top, boxes: names, draft });
  const bottomOfBoxes = Math.max(block.height, column.height - top, endBefore - top);
  const looseTop = top + (bottomOfBoxes > 0 ? bottomOfBoxes + LOOSE_GAP : 0);
  const looseWidth = Math.max(block.width, LOOSE_PER_ROW * (CARD.width + CARD_GAP));
  const strip = arrangeLoose(source, rest, { x: left, y: looseTop, width: looseWidth, draft });
  const content = rest.length === 0 ? top + bottomOfBoxes : looseTop + strip.height;
  return {
    width: Math.max(own.width, Math.max(start + block.width + column.width, left + strip.width) + right),
    height: Math.max(own.height, content + bottom),
  };
}

/** Moves what stands on the canvas so that nothing lies left of or above its origin. */
function moveToOrigin(roots: readonly string[], draft: LayoutDraft): void {
  const left = roots.reduce((least, key) => Math.min(least, draft[key]?.x ?? 0), 0);
  const top = roots.reduce((least, key) => Math.min(least, draft[key]?.y ?? 0), 0);
  for (const key of roots) shift(draft, key, { x: -left, y: -top });
}

const OUTSIDE_KINDS = new Set(['internet', 'client', 'on-premises-network', 'customer-gateway']);

function arrangeSource(source: DrawingSource): Layout {
  const draft: LayoutDraft = {};
  const isOutside = (key: string): boolean => OUTSIDE_KINDS.has(source.containers.nodes.get(key)?.kind ?? '');
  const outside = source.containers.roots.filter(isOutside);
  const { boxes, loose } = splitChildren(
    source,
    source.containers.roots.filter((key) => !isOutside(key)),
  );
  const tiles = boxes.map((node) => arrangeBox(source, node, draft));
  const block = placeTiles(tiles, { x: 0, y: 0, gap: BOX_GAP.region, shape: CANVAS_SHAPE, draft });
  const names = boxes.map(({ key }) => key);
  const { connectors, rest } = splitConnectors(source, loose, names);
  const column = arrangeConnectors(source, connectors, { x: block.width, top: 0, boxes: names, draft });
  const content = Math.max(block.height, column.height);
  const y = content > 0 ? content + BOX_GAP.region : 0;
  const width = Math.max(block.width, LOOSE_PER_ROW * (CARD.width + CARD_GAP));
  arrangeLoose(source, rest, { x: 0, y, width, draft });
  arrangeOutside(source, outside, draft);
  moveToOrigin(source.containers.roots, draft);
  return draft;
}

const known = new WeakMap<DrawingSource, Layout>();

/** Places for everything in a source; made once for the same source. */
export function arrangeNodes(source: DrawingSource): Layout {
  const before = known.get(source);
  if (before) return before;
  const layout = arrangeSource(source);
  known.set(source, layout);
  return layout;
}

/**
 * Places for everything, as people draw it: zones stacked, their subnets in a row from public to data with the same tier
 * in the same column, gateways on the VPC's left border, internet and on-premises at the left outside, VPCs and Regions
 * tiled. Keeps nothing of the old layout; the same design gives the same layout. Canvas pixels, relative to containers.
 */
export function arrange(design: Design, facts: Facts = computeFacts(design)): Layout {
  return arrangeNodes(readSource(design, facts));
}
