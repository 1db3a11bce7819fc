import type { LayoutDraft } from './arrange-zones.ts';
import type { NodeKind } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import { findLinks } from './scene-lines.ts';
import { CARD, CARD_GAP, type Size } from './sizes.ts';

/** Cards that join boxes: VPCs, or the zones of one. */
const CONNECTORS: ReadonlySet<NodeKind> = new Set(['vpc-peering-connection', 'transit-gateway', 'load-balancer']);

/** Air between the boxes and the column, for the lines. */
const LANE = 40;
/** The lane to the zones of a VPC, which is narrower than those between VPCs. */
export const ZONE_LANE = 28;

function isInside(source: DrawingSource, key: string, boxes: ReadonlySet<string>): boolean {
  const { nodes } = source.containers;
  for (let at: string | undefined = key; at !== undefined; at = nodes.get(at)?.parent) if (boxes.has(at)) return true;
  return false;
}

const linkedWith = (source: DrawingSource, key: string): readonly string[] => findLinks(source).flatMap(({ from, to }) => (from === key ? [to] : to === key ? [from] : []));

/** What a connector is linked to inside the boxes. */
const linkedInside = (source: DrawingSource, key: string, boxes: ReadonlySet<string>): readonly string[] => linkedWith(source, key).filter((other) => isInside(source, other, boxes));

const OUTSIDE: ReadonlySet<NodeKind> = new Set(['on-premises-network', 'customer-gateway']);

/** Whether a connector leads on-premises too: then it stands on that side of the boxes, and its lines do not run around them. */
export const leadsOutside = (source: DrawingSource, key: string): boolean =>
  linkedWith(source, key).some((other) => {
    const kind = source.containers.nodes.get(other)?.kind;
    return kind !== undefined && OUTSIDE.has(kind);
  });

/** The width of a column of connectors with its lane; 0 without any. */
export const columnWidth = (source: DrawingSource, connectors: readonly string[], lane = LANE): number =>
  connectors.length === 0 ? 0 : lane + Math.max(...connectors.map((key) => (source.ownSizes.get(key) ?? CARD).width));

/** Those of the loose nodes of a container that join boxes of it, and the rest. */
export function splitConnectors(source: DrawingSource, loose: readonly string[], boxes: readonly string[]): { readonly connectors: readonly string[]; readonly rest: readonly string[] } {
  const around = new Set(boxes);
  const isConnector = (key: string): boolean => {
    const kind = source.containers.nodes.get(key)?.kind;
    return kind !== undefined && CONNECTORS.has(kind) && linkedInside(source, key, around).length > 0;
  };
  return { connectors: loose.filter(isConnector), rest: loose.filter((key) => !isConnector(key)) };
}

/** The height of a node's middle in the container of the boxes. */
function middleOf(source: DrawingSource, key: string, { boxes, draft }: { readonly boxes: ReadonlySet<string>; readonly draft: LayoutDraft }): number {
  let y = (draft[key]?.height ?? CARD.height) / 2;
  for (let at: string | undefined = key; at !== undefined; at = source.containers.nodes.get(at)?.parent) {
    y += draft[at]?.y ?? 0;
    if (boxes.has(at)) break;
  }
  return y;
}

/** Puts connectors in a column beside the boxes, each at the middle of what it joins; `x` is its left edge. Returns where the lowest ends. */
function placeColumn(
  source: DrawingSource,
  connectors: readonly string[],
  { x, top, boxes, draft }: { readonly x: number; readonly top: number; readonly boxes: readonly string[]; readonly draft: LayoutDraft },
): number {
  const around = new Set(boxes);
  const wished = connectors.map((key) => {
    const size = source.ownSizes.get(key) ?? CARD;
    const middles = linkedInside(source, key, around).map((other) => middleOf(source, other, { boxes: around, draft }));
    return { key, size, middle: middles.reduce((sum, middle) => sum + middle, 0) / middles.length };
  });
  wished.sort((a, b) => a.middle - b.middle);
  let next = top;
  for (const { key, size, middle } of wished) {
    const y = Math.round(Math.max(next, middle - size.height / 2));
    draft[key] = { x, y };
    next = y + size.height + CARD_GAP;
  }
  return next - CARD_GAP;
}

interface ColumnPlace {
  /** Where the boxes end, or begin. */
  readonly x: number;
  readonly top: number;
  readonly boxes: readonly string[];
  readonly draft: LayoutDraft;
}

/** Puts connectors right of the boxes; returns what the column takes with its lane. */
export function arrangeConnectors(source: DrawingSource, connectors: readonly string[], { x, top, boxes, draft }: ColumnPlace): Size {
  if (connectors.length === 0) return { width: 0, height: 0 };
  const height = placeColumn(source, connectors, { x: x + LANE, top, boxes, draft });
  return { width: columnWidth(source, connectors), height };
}

/** Puts connectors left of the boxes, in the room that {@link columnWidth} told before the boxes were placed; returns where the lowest ends. */
export function arrangeConnectorsBefore(source: DrawingSource, connectors: readonly string[], { x, top, boxes, draft }: ColumnPlace): number {
  return connectors.length === 0 ? 0 : placeColumn(source, connectors, { x, top, boxes, draft });
}
