import type { Box, Design, Layout } from '../model/design.ts';
import type { ContainedNode } from './containers.ts';
import { readSource, type DrawingSource } from './drawing-source.ts';
import { isNear } from './free-place.ts';
import { gateSize } from './measure.ts';
import { enclose, gapOf, paddingOf, resolveBoxes } from './resolve-boxes.ts';
import { GATE, isContainerKind, type Rectangle } from './sizes.ts';

interface Growing {
  readonly source: DrawingSource;
  readonly boxes: Map<string, Rectangle>;
}

/** Each node can be pushed by each other one; more pushes than this would mean that two push each other for ever. */
const PUSHES_PER_NODE = 40;

/** Out of the way of `fixed`: to the right for what stood beside it, down for what stood below, else the shorter way. */
function pushAway(box: Rectangle, fixed: Rectangle, gap: number): Rectangle {
  const right = fixed.x + fixed.width + gap;
  const bottom = fixed.y + fixed.height + gap;
  const [beside, below] = [box.x - fixed.x, box.y - fixed.y];
  const isBeside = Math.max(beside, below) > 0 ? beside > below : right - box.x <= bottom - box.y;
  return isBeside ? { ...box, x: right } : { ...box, y: bottom };
}

/** One node that stays, and the siblings around it. */
interface Pushing {
  readonly key: string;
  readonly fixed: Rectangle;
  readonly siblings: readonly string[];
  readonly gap: number;
}

/** Moves every sibling that lies under `mover` and says which were moved. */
function pushFrom({ boxes }: Growing, mover: string, { key, fixed, siblings, gap }: Pushing): readonly string[] {
  const around = boxes.get(mover);
  if (!around) return [];
  return siblings.filter((other) => {
    const box = boxes.get(other);
    if (!box || other === mover || other === key || !isNear(around, box, 0)) return false;
    const away = pushAway(box, around, gap);
    boxes.set(other, isNear(away, fixed, 0) ? pushAway(away, fixed, gap) : away);
    return true;
  });
}

/** Moves siblings out of the way of one node, and others out of theirs; the node itself stays. */
function pushSiblings(growing: Growing, key: string, siblings: readonly string[]): void {
  const fixed = growing.boxes.get(key);
  if (!fixed) return;
  const pushing: Pushing = { key, fixed, siblings, gap: gapOf(growing.source.containers.nodes.get(key)?.kind ?? '') };
  const queue = [key];
  let pushes = siblings.length * PUSHES_PER_NODE;
  for (let mover = queue.shift(); mover !== undefined && pushes > 0; mover = queue.shift()) {
    const moved = pushFrom(growing, mover, pushing);
    queue.push(...moved);
    pushes -= moved.length;
  }
}

/** Enlarges a container around its contents; gateways keep their side of the border. */
function growContainer({ boxes, source }: Growing, container: ContainedNode): void {
  const before = boxes.get(container.key);
  if (!before || !isContainerKind(container.kind)) return;
  const padding = paddingOf(container.kind);
  const children = container.children.map((key) => source.containers.nodes.get(key)).filter((node) => node !== undefined);
  const contents = children
    .filter((node) => !node.astride)
    .map((node) => boxes.get(node.key))
    .filter((box) => box !== undefined);
  const gates = children
    .filter((node) => node.astride)
    .map((node) => boxes.get(node.key))
    .filter((box) => box !== undefined);
  const onSides = gates.filter((box) => box.y + GATE.height / 2 !== before.height);
  const tall = onSides.map((box) => ({ ...box, x: 0, width: 0, height: gateSize('').height }));
  const size = enclose([...contents, ...tall], padding, before);
  boxes.set(container.key, { ...before, ...size });
  for (const node of children) {
    const box = node.astride ? boxes.get(node.key) : undefined;
    if (!box) continue;
    const right = box.x + GATE.width / 2 === before.width ? { x: size.width - GATE.width / 2 } : {};
    const bottom = box.y + GATE.height / 2 === before.height ? { y: size.height - GATE.height / 2 } : {};
    boxes.set(node.key, { ...box, ...right, ...bottom });
  }
}

const isSameBox = (a: Box | undefined, b: Box): boolean => a?.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Writes what differs; cards keep the width somebody gave them, containers carry their size. */
function writeLayout({ source, boxes }: Growing, layout: Layout): Layout {
  const changed: Record<string, Box> = {};
  for (const [key, { x, y, width, height }] of boxes) {
    const before = layout[key];
    const isContainer = isContainerKind(source.containers.nodes.get(key)?.kind ?? '');
    const after: Box = isContainer ? { ...before, x, y, width, height } : { ...before, x, y };
    if (!isSameBox(before, after)) changed[key] = after;
  }
  return Object.keys(changed).length === 0 ? layout : { ...layout, ...changed };
}

/**
 * The layout after one node has been moved, put in, renamed or enlarged: its containers grow around it, and siblings that
 * would lie beneath it or beneath a grown container are pushed right or down, no further than needed. Nothing shrinks.
 * Nodes without a place get one. The same layout comes back where nothing had to change.
 */
export function growToFit(design: Design, layout: Layout, changedKey: string): Layout {
  const source = readSource(design);
  const growing: Growing = { source, boxes: new Map(resolveBoxes(source, layout)) };
  const { nodes, roots } = source.containers;
  for (let node = nodes.get(changedKey); node; node = node.parent === undefined ? undefined : nodes.get(node.parent)) {
    const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
    const siblings = (parent?.children ?? roots).filter((key) => !(nodes.get(key)?.astride ?? false));
    if (!node.astride) pushSiblings(growing, node.key, siblings);
    if (parent) growContainer(growing, parent);
  }
  return writeLayout(growing, layout);
}
