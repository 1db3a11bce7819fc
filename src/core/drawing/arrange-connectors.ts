import type { LayoutDraft } from './arrange-zones.ts';
import type { NodeKind } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import { findLinks } from './scene-lines.ts';
import { CARD, CARD_GAP, type Size } from './sizes.ts';

/** Cards that join boxes: they stand at the right of them all, where lines to their right borders are short. */
const CONNECTORS: ReadonlySet<NodeKind> = new Set(['vpc-peering-connection', 'transit-gateway']);

/** Air between the boxes and the column, for the lines. */
const LANE = 40;

function isInside(source: DrawingSource, key: string, boxes: ReadonlySet<string>): boolean {
  const { nodes } = source.containers;
  for (let at: string | undefined = key; at !== undefined; at = nodes.get(at)?.parent) if (boxes.has(at)) return true;
  return false;
}

/** What a connector is linked to inside the boxes. */
function linkedInside(source: DrawingSource, key: string, boxes: ReadonlySet<string>): readonly string[] {
  return findLinks(source).flatMap(({ from, to }) => {
    const other = from === key ? to : to === key ? from : undefined;
    return other !== undefined && isInside(source, other, boxes) ? [other] : [];
  });
}

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

/** Puts connectors in a column right of the boxes, each at the middle of what it joins; returns what the column takes. */
export function arrangeConnectors(
  source: DrawingSource,
  connectors: readonly string[],
  { x, top, boxes, draft }: { readonly x: number; readonly top: number; readonly boxes: readonly string[]; readonly draft: LayoutDraft },
): Size {
  if (connectors.length === 0) return { width: 0, height: 0 };
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
    draft[key] = { x: x + LANE, y };
    next = y + size.height + CARD_GAP;
  }
  return { width: LANE + Math.max(...wished.map(({ size }) => size.width)), height: next - CARD_GAP };
}
