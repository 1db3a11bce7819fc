import { findContainers, nodeKeyOf, type Containers } from '@core/drawing/containers.ts';
import { growToFit } from '@core/drawing/grow-to-fit.ts';
import { withGatewayLane } from '@core/drawing/resolve-boxes.ts';
import { PADDING } from '@core/drawing/sizes.ts';
import type { Design, Layout } from '@core/model/design.ts';
import type { Operation, Patch } from '@core/patch/patch.ts';
import { diffToPatch } from '@core/patch/diff-to-patch.ts';
import { parsePointer } from '@core/patch/pointer.ts';

/** More nodes than these are not pushed apart one by one: such a change comes with places of its own. */
const MOST_PUSHED = 40;
/** Names no node: asks for nothing but places for nodes that have none. */
const NO_KEY = '';

/** What is no longer collapsed is larger. */
const isExpansion = (op: Operation['op'], [part, , field]: readonly string[]): boolean => op === 'remove' && part === 'layout' && field === 'collapsed';

/** The nodes an operation puts in, moves or may have made larger. */
function touchedNodes({ op, path }: Operation, containers: Containers): readonly string[] {
  const pointer = parsePointer(path) ?? [];
  const [part, key] = (op === 'remove' && !isExpansion(op, pointer)) || op === 'test' ? [] : pointer;
  if (key === undefined || (part !== 'resources' && part !== 'layout')) return [];
  const node = nodeKeyOf(containers, key);
  return node === undefined ? [] : [node];
}

/** The gateways an operation attaches: new ones, and such as were moved from one VPC to another. */
function attachedGateways({ op, path }: Operation, containers: Containers): readonly string[] {
  const [part, key = '', field] = op === 'remove' || op === 'test' ? [] : (parsePointer(path) ?? []);
  const isAttached = part === 'resources' && (field === undefined || field === 'vpc');
  return isAttached && containers.nodes.get(key)?.astride === true ? [key] : [];
}

const LANE = withGatewayLane(PADDING.vpc).left;

/** Moves what stands in a VPC to the right where a new gateway on the left border would lie over it. */
function clearLane(layout: Layout, gateway: string, { nodes }: Containers): Layout {
  const parent = nodes.get(nodes.get(gateway)?.parent ?? '');
  if (!parent || (layout[gateway]?.x ?? 0) > 0) return layout;
  const inside = parent.children.filter((key) => nodes.get(key)?.astride === false);
  const left = Math.min(...inside.map((key) => layout[key]?.x ?? LANE));
  if (left >= LANE) return layout;
  const moved = inside.flatMap((key) => {
    const box = layout[key];
    return box ? [[key, { ...box, x: box.x + LANE - left }] as const] : [];
  });
  return { ...layout, ...Object.fromEntries(moved) };
}

/** A layout as a patch of the design; a design that had none gets it whole. */
function toPatch(before: Layout, after: Layout): Patch {
  return diffToPatch(before, after).map((operation) => ({ ...operation, path: `/layout${operation.path}` }));
}

const isPlaced = (design: Design): boolean => [...findContainers(design).nodes.keys()].every((key) => Object.hasOwn(design.layout, key));

/**
 * The layout to start from: places that were computed so far are written down as they were before the edit. Computed again
 * from the design after it, everything would move.
 */
function keepPlaces(before: Design, after: Design): Layout {
  if (isPlaced(after)) return after.layout;
  const shown = isPlaced(before) ? before.layout : growToFit(before, before.layout, NO_KEY);
  const { nodes } = findContainers(after);
  const kept = Object.entries(shown).filter(([key]) => nodes.has(key) && hasSameParent(before, after, key));
  return growToFit(after, { ...Object.fromEntries(kept), ...after.layout }, NO_KEY);
}

/** A place is relative to the container: it says nothing once the node stands in another one. */
const hasSameParent = (before: Design, after: Design, key: string): boolean =>
  findContainers(before).nodes.get(key)?.parent === findContainers(after).nodes.get(key)?.parent;

/**
 * The patch that settles the canvas after `patch` turned `before` into `after`: new nodes get places, containers grow
 * around what was put in, and neighbours make room. Empty when nothing has to move.
 */
export function settleLayout(before: Design, after: Design, patch: Patch): Patch {
  const containers = findContainers(after);
  const touched = [...new Set(patch.flatMap((operation) => touchedNodes(operation, containers)))];
  if (touched.length === 0 && isPlaced(after)) return [];
  const gateways = [...new Set(patch.flatMap((operation) => attachedGateways(operation, containers)))];
  const cleared = gateways.reduce((layout, key) => clearLane(layout, key, containers), keepPlaces(before, after));
  const pushed = touched.length > MOST_PUSHED ? [] : touched;
  const settled = pushed.reduce((layout, key) => growToFit(after, layout, key), cleared);
  return toPatch(after.layout, settled);
}
