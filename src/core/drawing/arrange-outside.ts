import type { LayoutDraft } from './arrange-zones.ts';
import { arrangeCards } from './arrange-zones.ts';
import type { DrawingSource } from './drawing-source.ts';
import { findLinks } from './scene-lines.ts';
import { BOX_GAP, CARD, CARD_MAXIMUM_WIDTH, GATE, isContainerKind, PADDING, type Size } from './sizes.ts';

const GAP = 28;

interface OutsideNode extends Size {
  readonly key: string;
  readonly isContainer: boolean;
  /** Where its middle should be, so that its line runs straight; `undefined` where nothing is linked. */
  readonly wish: number | undefined;
}

/** The canvas height of a node's middle, from the places its containers have by now. */
function middleOf(source: DrawingSource, key: string, draft: LayoutDraft): number {
  const { nodes } = source.containers;
  let y = (source.ownSizes.get(key) ?? GATE).height / 2;
  for (let at = nodes.get(key); at; at = at.parent === undefined ? undefined : nodes.get(at.parent)) y += draft[at.key]?.y ?? 0;
  return y;
}

/** Without an attached gateway the internet stands at the height of a detached one, which the next step will attach. */
function detachedGateways({ containers }: DrawingSource): readonly { readonly from: string; readonly to: string }[] {
  const nodes = [...containers.nodes.values()];
  const gateways = nodes.filter(({ kind }) => kind === 'internet-gateway');
  const internet = nodes.find(({ kind }) => kind === 'internet');
  if (!internet || gateways.some(({ astride }) => astride)) return [];
  return gateways.map(({ key }) => ({ from: internet.key, to: key }));
}

/** Every link by the outermost node of its outer end: an office is pulled by the gateways inside it. */
function linksFromOutside(source: DrawingSource): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  for (const { from, to } of [...findLinks(source), ...detachedGateways(source)]) {
    const parent = source.containers.nodes.get(from)?.parent;
    const root = parent ?? from;
    const others = links.get(root);
    if (others) others.push({ end: from, to });
    else links.set(root, [{ end: from, to }]);
  }
  return links;
}

interface Link {
  readonly end: string;
  readonly to: string;
}

/** Of several links the one that leads highest up runs straight. */
function highest(source: DrawingSource, links: readonly Link[], draft: LayoutDraft): Link | undefined {
  const heights = links.map((link) => middleOf(source, link.to, draft));
  return links[heights.indexOf(Math.min(...heights))];
}

/** Cards of an office are as wide as its caption makes it, within limits. */
function innerWidth({ ownSizes }: DrawingSource, key: string): number {
  const { left, right } = PADDING['on-premises-network'];
  return Math.min(CARD_MAXIMUM_WIDTH, (ownSizes.get(key)?.width ?? 0) - left - right);
}

function measureOutside(source: DrawingSource, key: string, draft: LayoutDraft): Size {
  const kind = source.containers.nodes.get(key)?.kind ?? '';
  if (isContainerKind(kind)) return arrangeCards(source, { key, cardWidth: innerWidth(source, key) }, draft);
  return source.ownSizes.get(key) ?? CARD;
}

/** Puts nodes below each other in the order of their wishes, each as near to its own as the others let it. */
function stack(nodes: readonly OutsideNode[], center: number, draft: LayoutDraft): void {
  const ordered = nodes.map((node, index) => ({ node, index })).sort((a, b) => (a.node.wish ?? Infinity) - (b.node.wish ?? Infinity) || a.index - b.index);
  let next = -Infinity;
  for (const { node } of ordered) {
    const wished = node.wish === undefined ? Math.max(next, 0) : node.wish - node.height / 2;
    const y = Math.round(Math.max(next, wished));
    const size = node.isContainer ? { width: node.width, height: node.height } : {};
    draft[node.key] = { x: Math.round(center - node.width / 2), y, ...size };
    next = y + node.height + GAP;
  }
}

/** Puts clients, the internet and on-premises networks at the left of everything, at the height of what they lead to. */
export function arrangeOutside(source: DrawingSource, keys: readonly string[], draft: LayoutDraft): void {
  if (keys.length === 0) return;
  const links = linksFromOutside(source);
  const describe = (key: string): OutsideNode => {
    const size = measureOutside(source, key, draft);
    const isContainer = isContainerKind(source.containers.nodes.get(key)?.kind ?? '');
    const link = highest(source, links.get(key) ?? [], draft);
    if (!link) return { key, isContainer, ...size, wish: undefined };
    const inner = link.end === key ? size.height / 2 : (draft[link.end]?.y ?? 0) + CARD.height / 2;
    return { key, isContainer, ...size, wish: middleOf(source, link.to, draft) - inner + size.height / 2 };
  };
  const isClient = (key: string): boolean => source.containers.nodes.get(key)?.kind === 'client';
  const near = keys.filter((key) => !isClient(key)).map(describe);
  const width = Math.max(0, ...near.map((node) => node.width));
  const center = -BOX_GAP.outside - width / 2;
  stack(near, center, draft);
  const far = keys.filter(isClient).map(describe);
  const farWidth = Math.max(0, ...far.map((node) => node.width));
  const edge = near.length === 0 ? -BOX_GAP.outside : center - width / 2 - GAP * 2;
  stack(far, edge - farWidth / 2, draft);
}
