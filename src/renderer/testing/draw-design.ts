import { addPart } from '@core/editing/add-part.ts';
import type { PartId } from '@core/editing/parts.ts';
import { emptyDesign, type Design } from '@core/model/design.ts';
import type { RandomSource } from '@core/model/ids.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { settleLayout } from '../store/settle-layout.ts';

/** The same numbers each time, so that a test that fails fails again. */
export function repeatableRandom(): RandomSource {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Puts parts on an empty canvas, each in the container of a name given before; for tests of the renderer alone. */
export function drawDesign(parts: readonly (readonly [part: PartId, name: string, container?: string])[]): Design {
  const random = repeatableRandom();
  return parts.reduce((design, [part, name, container]) => {
    const result = addPart(design, { part, name, random, container: container === undefined ? undefined : keyOf(design, container) });
    if (!result.ok) throw new Error(result.refused);
    const applied = applyPatch(design, result.patch);
    if (!applied.ok) throw new Error(applied.problem);
    const settled = applyPatch(applied.document, settleLayout(design, applied.document, result.patch));
    if (!settled.ok) throw new Error(settled.problem);
    return settled.document;
  }, emptyDesign('test'));
}

/** The key of a resource by its name; a key of a zone is given as it is. */
export function keyOf(design: Design, name: string): string {
  const named = Object.entries(design.resources).find(([, resource]) => resource.name === name);
  return named ? named[0] : name;
}

/** A small network: one VPC with a subnet in each of two zones, an instance in each, an internet gateway, the internet. */
export const drawSmallNetwork = (): Design => {
  const base = drawDesign([
    ['internet', 'Internet'],
    ['region', 'us-east-1'],
    ['vpc', 'app', 'us-east-1'],
    ['internet-gateway', 'igw', 'app'],
    ['subnet', 'a', 'app'],
    ['subnet', 'b', 'app'],
    ['instance', 'web', 'a'],
    ['instance', 'db', 'b'],
  ]);
  return base;
};
