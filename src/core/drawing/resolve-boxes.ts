import type { Box, Layout } from '../model/design.ts';
import { arrangeNodes } from './arrange.ts';
import type { ContainedNode } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import { findPlaceAmong, isNear, type Point, type Room } from './free-place.ts';
import { gateSize } from './measure.ts';
import { BOX_GAP, CARD, CARD_GAP, GATE, GATEWAY_LANE, isContainerKind, PADDING, type Padding, type Rectangle, type Size } from './sizes.ts';
import { snapToBorder, type BorderSide } from './border.ts';

/** Every node's place relative to its container. */
export type Boxes = ReadonlyMap<string, Rectangle>;

interface Resolving {
  readonly source: DrawingSource;
  readonly layout: Layout;
  readonly boxes: Map<string, Rectangle>;
}

const NO_PADDING: Padding = { top: -Infinity, right: 0, bottom: 0, left: -Infinity };
export const paddingOf = (kind: string): Padding => (isContainerKind(kind) ? PADDING[kind] : NO_PADDING);

/** What the person or an earlier arrangement wrote, else what a fresh arrangement says where the container has none either. */
function knownBox({ source, layout }: Resolving, node: ContainedNode): Box | undefined {
  const stored = layout[node.key];
  if (stored) return stored;
  const isParentStored = node.parent !== undefined && layout[node.parent] !== undefined;
  const isCanvasInUse = node.parent === undefined && source.containers.roots.some((key) => layout[key] !== undefined);
  return isParentStored || isCanvasInUse ? undefined : arrangeNodes(source)[node.key];
}

/** The size of a node before its place is known: a container's after its contents have been placed, a collapsed one's by its words. */
function resolveSize(resolving: Resolving, node: ContainedNode, known: Box | undefined): Size {
  const own = resolving.source.ownSizes.get(node.key) ?? CARD;
  if (!isContainerKind(node.kind)) return { width: node.astride ? own.width : Math.max(own.width, known?.width ?? 0), height: own.height };
  return resolveContainer(resolving, node, resolving.source.containers.collapsed.has(node.key) ? own : larger(own, known));
}

const larger = (own: Size, known: Box | undefined): Size => ({ width: Math.max(own.width, known?.width ?? 0), height: Math.max(own.height, known?.height ?? 0) });

interface Unplaced {
  readonly node: ContainedNode;
  readonly size: Size;
  /** Where a fresh arrangement would put it: what was drawn by hand beside it may have grown into that place. */
  readonly wish: Point | undefined;
}

interface Gate {
  readonly node: ContainedNode;
  readonly known: Box | undefined;
}

/** Its place in a fresh arrangement while that is free; else a free one, for the internet and offices left of everything. */
function placeOf({ node, size, wish }: Unplaced, siblings: readonly Rectangle[], where: { readonly container: ContainedNode; readonly room: Room }): Point {
  if (wish && !siblings.some((box) => isNear({ ...wish, ...size }, box, 0))) return wish;
  const isOutside = where.container.key === '' && OUTSIDE.has(node.kind);
  return isOutside ? findPlaceOutside(siblings, size) : findPlaceAmong(siblings, size, where.room);
}

const clamp = ({ x, y }: Point, padding: Padding): Point => ({ x: Math.max(padding.left, x), y: Math.max(padding.top, y) });

/** Places what a container holds and returns the size that holds all of it. */
function resolveContainer(resolving: Resolving, container: ContainedNode, smallest: Size): Size {
  const padding = paddingOf(container.kind);
  const gates: Gate[] = [];
  const unplaced: Unplaced[] = [];
  const siblings: Rectangle[] = [];
  const isBare = Object.keys(resolving.layout).length === 0;
  for (const key of container.children) {
    const node = resolving.source.containers.nodes.get(key);
    if (!node) continue;
    const known = knownBox(resolving, node);
    if (node.astride) {
      gates.push({ node, known });
      continue;
    }
    const size = resolveSize(resolving, node, known);
    if (known && (isBare || resolving.layout[key])) siblings.push(write(resolving, key, { ...clamp(known, padding), ...size }));
    else unplaced.push({ node, size, wish: known && clamp(known, padding) });
  }
  let size = enclose(siblings, padding, smallest);
  const lane = gates.length === 0 ? padding : withGatewayLane(padding);
  for (const one of unplaced) {
    const place = placeOf(one, siblings, { container, room: { inside: size, padding: lane, gap: gapOf(one.node.kind) } });
    siblings.push(write(resolving, one.node.key, { ...place, ...one.size }));
    size = enclose(siblings, padding, size);
  }
  return placeGates(resolving, gates, { size, stored: resolving.layout[container.key], padding });
}

/** What stands left of the Regions, as in an arrangement: the internet, offices and clients. */
const OUTSIDE: ReadonlySet<string> = new Set(['internet', 'on-premises-network', 'client']);
const OUTSIDE_GAP = 64;
const OUTSIDE_TOP = 72;

/** A place left of everything; what stands there already is stacked upon downwards. */
function findPlaceOutside(siblings: readonly Rectangle[], size: Size): Point {
  if (siblings.length === 0) return { x: 0, y: 0 };
  const widest = siblings.reduce((most, box) => (box.width * box.height > most.width * most.height ? box : most));
  const place = { x: widest.x - OUTSIDE_GAP - size.width, y: widest.y + OUTSIDE_TOP };
  while (siblings.some((box) => isNear({ ...place, ...size }, box, CARD_GAP))) place.y += CARD_GAP;
  return place;
}

function write({ boxes }: Resolving, key: string, box: Rectangle): Rectangle {
  boxes.set(key, box);
  return box;
}

/** Inner distances of a VPC with gateways on its border: what is put there by itself keeps their lane free. */
export const withGatewayLane = (padding: Padding): Padding => ({ ...padding, left: Math.max(padding.left, GATEWAY_LANE) });

/** The distance to keep from siblings when a node is put somewhere. */
export function gapOf(kind: string): number {
  if (kind === 'vpc') return BOX_GAP.vpc;
  if (kind === 'region') return BOX_GAP.region;
  return CARD_GAP;
}

/** The smallest size of a container around its contents. */
export function enclose(contents: readonly Rectangle[], padding: Padding, smallest: Size): Size {
  let { width, height } = smallest;
  for (const box of contents) {
    width = Math.max(width, box.x + box.width + padding.right);
    height = Math.max(height, box.y + box.height + padding.bottom);
  }
  return { width, height };
}

interface Border {
  readonly size: Size;
  readonly stored: Box | undefined;
  readonly padding: Padding;
}

/** Puts gateways on the border; the container grows in height where one of the sides is too short for them. */
function placeGates(resolving: Resolving, gates: readonly Gate[], { size, stored, padding }: Border): Size {
  let { height } = size;
  const placed = gates.flatMap(({ node, known }) => {
    if (!known) return [];
    const before = { width: stored?.width ?? size.width, height: stored?.height ?? size.height };
    return [{ node, ...snapToBorder({ ...GATE, x: known.x, y: known.y }, before) }];
  });
  let next = padding.top;
  for (const { side, y } of placed) {
    if (side !== 'bottom') height = Math.max(height, y + gateSize('').height + padding.bottom);
    if (side === 'left') next = Math.max(next, y + gateSize('').height + CARD_GAP);
  }
  for (const { node, known } of gates) {
    if (known) continue;
    placed.push({ node, side: 'left', x: 0, y: next });
    next += gateSize('').height + CARD_GAP;
    height = Math.max(height, next - CARD_GAP + padding.bottom);
  }
  for (const { node, side, x, y } of placed) write(resolving, node.key, standOn(side, { x, y }, { width: size.width, height }));
  return { width: size.width, height };
}

function standOn(side: BorderSide, { x, y }: { readonly x: number; readonly y: number }, size: Size): Rectangle {
  if (side === 'bottom') return { ...GATE, x: Math.min(x, size.width - GATE.width), y: size.height - GATE.height / 2 };
  return { ...GATE, x: (side === 'left' ? 0 : size.width) - GATE.width / 2, y };
}

/**
 * Every node's place and size: those of the layout, kept inside containers that are large enough for their captions and
 * contents. What the layout lacks gets a place that is free; in a design without a layout, that of an arrangement.
 */
export function resolveBoxes(source: DrawingSource, layout: Layout): Boxes {
  const resolving: Resolving = { source, layout, boxes: new Map() };
  const canvas: ContainedNode = {
    key: '',
    kind: 'internet',
    resource: undefined,
    parent: undefined,
    children: source.containers.roots,
    level: -1,
    astride: false,
  };
  resolveContainer(resolving, canvas, { width: 0, height: 0 });
  return resolving.boxes;
}
