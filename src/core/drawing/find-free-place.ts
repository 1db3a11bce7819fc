import type { Design, Layout } from '../model/design.ts';
import type { ContainedNode } from './containers.ts';
import { readSource, type DrawingSource } from './drawing-source.ts';
import { findPlaceAmong, type Point, type Room } from './free-place.ts';
import { enclose, paddingOf, resolveBoxes, withGatewayLane } from './resolve-boxes.ts';
import { BOX_GAP, CARD_GAP, type Rectangle, type Size } from './sizes.ts';

/** Where something new is to stand: key of its container (missing on the canvas itself) and its size in canvas pixels. */
export interface WantedPlace {
  readonly parent?: string;
  readonly size: Size;
}

const gapIn: Readonly<Record<string, number>> = { region: BOX_GAP.vpc, vpc: BOX_GAP.zone, zone: BOX_GAP.subnet };

interface Container {
  readonly node: ContainedNode | undefined;
  readonly children: readonly ContainedNode[];
}

function findContainer({ containers }: DrawingSource, key: string | undefined): Container {
  const node = key === undefined ? undefined : containers.nodes.get(key);
  const children = (node?.children ?? containers.roots).map((child) => containers.nodes.get(child));
  return { node, children: children.filter((child) => child !== undefined) };
}

/** Gateways on the border are no siblings: what is put in keeps their lane free instead. */
function roomIn({ node, children }: Container, siblings: readonly Rectangle[], box: Rectangle | undefined): Room {
  const padding = paddingOf(node?.kind ?? '');
  return {
    inside: box ?? enclose(siblings, padding, { width: 0, height: 0 }),
    padding: children.some(({ astride }) => astride) ? withGatewayLane(padding) : padding,
    gap: node ? (gapIn[node.kind] ?? CARD_GAP) : BOX_GAP.region,
  };
}

/**
 * The first free place for something new in a container, in reading order, relative to the container. Where none is left,
 * the place lies below or beside its contents: the container has to grow (`growToFit`).
 */
export function findFreePlace(design: Design, layout: Layout, { parent, size }: WantedPlace): Point {
  const source = readSource(design);
  const boxes = resolveBoxes(source, layout);
  const container = findContainer(source, parent);
  const siblings = container.children
    .filter(({ astride }) => !astride)
    .map(({ key }) => boxes.get(key))
    .filter((box) => box !== undefined);
  return findPlaceAmong(siblings, size, roomIn(container, siblings, container.node && boxes.get(container.node.key)));
}
