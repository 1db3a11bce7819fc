import type { Design, Layout } from '../model/design.ts';
import { readSource } from './drawing-source.ts';
import { findPlaceAmong, type Point } from './free-place.ts';
import { enclose, paddingOf, resolveBoxes, withGatewayLane } from './resolve-boxes.ts';
import { BOX_GAP, CARD_GAP, type Rectangle, type Size } from './sizes.ts';

/** Where something new is to stand: key of its container (missing on the canvas itself) and its size in canvas pixels. */
export interface WantedPlace {
  readonly parent?: string;
  readonly size: Size;
}

const gapIn: Readonly<Record<string, number>> = { region: BOX_GAP.vpc, vpc: BOX_GAP.zone, zone: BOX_GAP.subnet };

/**
 * The first free place for something new in a container, in reading order, relative to the container. Where none is left,
 * the place lies below or beside its contents: the container has to grow (`growToFit`).
 */
export function findFreePlace(design: Design, layout: Layout, { parent, size }: WantedPlace): Point {
  const source = readSource(design);
  const { nodes, roots } = source.containers;
  const boxes = resolveBoxes(source, layout);
  const container = parent === undefined ? undefined : nodes.get(parent);
  const children = (container?.children ?? roots).map((key) => nodes.get(key)).filter((node) => node !== undefined);
  const siblings: Rectangle[] = [];
  for (const node of children) {
    const box = boxes.get(node.key);
    if (box && !node.astride) siblings.push(box);
  }
  const padding = paddingOf(container?.kind ?? '');
  const hasGateways = children.some((node) => node.astride);
  const inside = (parent === undefined ? undefined : boxes.get(parent)) ?? enclose(siblings, padding, { width: 0, height: 0 });
  const gap = container ? (gapIn[container.kind] ?? CARD_GAP) : BOX_GAP.region;
  return findPlaceAmong(siblings, size, { inside, padding: hasGateways ? withGatewayLane(padding) : padding, gap });
}
