import { findContainers, nodeKeyOf, type Containers } from '@core/drawing/containers.ts';
import { growToFit } from '@core/drawing/grow-to-fit.ts';
import type { Design, Layout } from '@core/model/design.ts';
import type { Operation, Patch } from '@core/patch/patch.ts';
import { diffToPatch } from '@core/patch/diff-to-patch.ts';
import { parsePointer } from '@core/patch/pointer.ts';

/** More nodes than these are not pushed apart one by one: such a change comes with places of its own. */
const MOST_PUSHED = 40;
/** Names no node: asks for nothing but places for nodes that have none. */
const NO_KEY = '';

/** The nodes an operation puts in, moves or may have made larger. */
function touchedNodes({ op, path }: Operation, containers: Containers): readonly string[] {
  const [part, key] = op === 'remove' || op === 'test' ? [] : (parsePointer(path) ?? []);
  if (key === undefined || (part !== 'resources' && part !== 'layout')) return [];
  const node = nodeKeyOf(containers, key);
  return node === undefined ? [] : [node];
}

/** A layout as a patch of the design; a design that had none gets it whole. */
function toPatch(before: Layout, after: Layout): Patch {
  return diffToPatch(before, after).map((operation) => ({ ...operation, path: `/layout${operation.path}` }));
}

/**
 * The patch that settles the canvas after `patch` was applied: new nodes get places, containers grow around what was put
 * in, and neighbours make room. Empty when nothing has to move.
 */
export function settleLayout(design: Design, patch: Patch): Patch {
  const containers = findContainers(design);
  const touched = [...new Set(patch.flatMap((operation) => touchedNodes(operation, containers)))];
  const isPlaced = [...containers.nodes.keys()].every((key) => Object.hasOwn(design.layout, key));
  if (touched.length === 0 && isPlaced) return [];
  const start = isPlaced ? design.layout : growToFit(design, design.layout, NO_KEY);
  const pushed = touched.length > MOST_PUSHED ? [] : touched;
  const settled = pushed.reduce((layout, key) => growToFit(design, layout, key), start);
  return toPatch(design.layout, settled);
}
