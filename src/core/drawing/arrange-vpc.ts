import { arrangeConnectorsBefore, columnWidth, splitConnectors, ZONE_LANE } from './arrange-connectors.ts';
import { arrangeZones, type LayoutDraft } from './arrange-zones.ts';
import type { ContainedNode } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import type { Point } from './free-place.ts';
import { gateLabelWidth, gateSize } from './measure.ts';
import { packRows } from './pack.ts';
import { CARD, CARD_GAP, GATE, GATEWAY_LANE, PADDING, SMALLEST, type Size } from './sizes.ts';

/** A VPC with what stands out of it at the left: half a gateway and half of its name. */
export interface ArrangedVpc extends Size {
  readonly overhang: number;
}

/** Air between the end of a gateway's name and the nearest border. */
const LABEL_AIR = 10;
const GATE_GAP = 20;
const LOOSE_GAP = 14;
/** Cards per row of what belongs to the VPC and to none of its subnets, in a VPC that is narrower than that. */
const LOOSE_PER_ROW = 3;
/** From a zone's upper border to the middle of its first row of cards: gateways stand at that height. */
const FIRST_CARD = PADDING.zone.top + PADDING.subnet.top + CARD.height / 2;

const half = (value: number): number => Math.ceil(value / 2);

function widestLabel(source: DrawingSource, gateways: readonly string[]): number {
  return Math.max(0, ...gateways.map((key) => gateLabelWidth(source.texts.get(key)?.title ?? '')));
}

/** Puts gateways on the left border, each at the height of a zone's first cards; returns where the lowest name ends. */
function placeGateways(gateways: readonly string[], zoneMiddles: readonly number[], draft: LayoutDraft): number {
  let next = PADDING.vpc.top;
  gateways.forEach((key, index) => {
    const wished = (zoneMiddles[Math.min(index, zoneMiddles.length - 1)] ?? 0) - GATE.height / 2;
    const y = Math.max(next, wished);
    draft[key] = { x: -GATE.width / 2, y };
    next = y + gateSize('').height + GATE_GAP;
  });
  return gateways.length === 0 ? 0 : next - GATE_GAP;
}

/** Rows of cards for what stands in a container but in none of its boxes, at an origin. */
export function arrangeLoose(
  source: DrawingSource,
  loose: readonly string[],
  { x, y, width, draft }: { readonly x: number; readonly y: number; readonly width: number; readonly draft: LayoutDraft },
): Size {
  const sizes = loose.map((key) => {
    const own = source.ownSizes.get(key) ?? CARD;
    return own === GATE ? gateSize(source.texts.get(key)?.title ?? '') : own;
  });
  const packed = packRows(sizes, CARD_GAP, width);
  loose.forEach((key, index) => {
    const place = packed.places[index];
    const own = source.ownSizes.get(key) ?? CARD;
    if (place) draft[key] = { x: x + place.x + Math.floor((place.width - own.width) / 2), y: y + place.y };
  });
  return packed;
}

/** Stacks zones, then loose cards below them, then gateways on the border; says how large the VPC has to be. */
export function arrangeVpc(source: DrawingSource, vpc: ContainedNode, draft: LayoutDraft): ArrangedVpc {
  const { nodes } = source.containers;
  const ofKind = (test: (node: ContainedNode) => boolean): readonly string[] =>
    vpc.children.filter((key) => {
      const node = nodes.get(key);
      return node !== undefined && test(node);
    });
  const gateways = ofKind((node) => node.astride);
  const zones = ofKind((node) => node.kind === 'zone');
  const { connectors, rest: loose } = splitConnectors(
    source,
    ofKind((node) => !node.astride && node.kind !== 'zone'),
    zones,
  );
  const own = source.ownSizes.get(vpc.key) ?? SMALLEST.vpc;
  const halfLabel = half(widestLabel(source, gateways));
  const inside = gateways.length === 0 ? PADDING.vpc.left : Math.max(GATEWAY_LANE, halfLabel + LABEL_AIR);
  const left = inside + columnWidth(source, connectors, ZONE_LANE);
  const stack = arrangeZones(source, zones, draft);
  for (const zone of zones) shift(draft, zone, { x: left, y: PADDING.vpc.top });
  const columnEnd = arrangeConnectorsBefore(source, connectors, { x: inside, top: PADDING.vpc.top, boxes: zones, draft });
  const stackEnd = Math.max(PADDING.vpc.top + stack.height, columnEnd);
  const looseTop = stackEnd + (stack.height > 0 ? LOOSE_GAP : 0);
  const looseWidth = Math.max(stack.width, LOOSE_PER_ROW * (CARD.width + CARD_GAP));
  const strip = arrangeLoose(source, loose, { x: left, y: looseTop, width: looseWidth, draft });
  const content = loose.length === 0 ? stackEnd : looseTop + strip.height;
  const middles = zones.map((zone) => (draft[zone]?.y ?? 0) + FIRST_CARD);
  const gatewayEnd = placeGateways(gateways, middles, draft);
  return {
    width: Math.max(own.width, left + Math.max(stack.width, strip.width) + PADDING.vpc.right),
    height: Math.max(own.height, Math.max(content, gatewayEnd) + PADDING.vpc.bottom),
    overhang: gateways.length === 0 ? 0 : Math.max(GATE.width / 2, halfLabel) + LABEL_AIR - PADDING.region.left,
  };
}

/** Moves a node that has been placed. */
export function shift(draft: LayoutDraft, key: string, by: Point): void {
  const box = draft[key];
  if (box) draft[key] = { ...box, x: box.x + by.x, y: box.y + by.y };
}
