import type { Box, Design, Layout } from '../model/design.ts';
import { containersAround, type ContainedNode } from './containers.ts';
import { readSource, type DrawingSource } from './drawing-source.ts';
import { gateSize } from './measure.ts';
import { resolveBoxes, type Boxes } from './resolve-boxes.ts';
import { isContainerKind, type Rectangle } from './sizes.ts';

/** A stretch of one axis. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const AXES = [
  { start: 'x', length: 'width' },
  { start: 'y', length: 'height' },
] as const;
type Axis = (typeof AXES)[number];

const spanOf = (box: Rectangle, { start, length }: Axis): Span => ({ from: box[start], to: box[start] + box[length] });

/** What of some spans no other ones cover. */
function withoutCovered(spans: readonly Span[], covers: readonly Span[]): readonly Span[] {
  return covers.reduce<readonly Span[]>(
    (left, cover) => left.flatMap((span) => [{ from: span.from, to: Math.min(span.to, cover.from) }, { from: Math.max(span.from, cover.to), to: span.to }].filter(({ from, to }) => to > from)),
    spans,
  );
}

/** Spans that overlap or touch as one, in order. */
function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);
const lengthBefore = (spans: readonly Span[], place: number): number => lengthOf(spans.filter(({ to }) => to <= place));

interface Closing {
  readonly source: DrawingSource;
  readonly before: Boxes;
  readonly after: Map<string, Rectangle>;
}

/** The children of a container by key; a gateway on its border takes the room of its name too, along the border alone. */
function childrenOf({ source: { containers } }: Closing, container: ContainedNode): readonly ContainedNode[] {
  return container.children.map((key) => containers.nodes.get(key)).filter((node) => node !== undefined);
}

function roomOf(node: ContainedNode, box: Rectangle, axis: Axis): Span {
  if (!node.astride) return spanOf(box, axis);
  return axis.start === 'x' ? { from: 0, to: 0 } : { from: box.y, to: box.y + gateSize('').height };
}

/** The stretches of an axis that contents took before and nothing takes now. */
function freed(closing: Closing, children: readonly ContainedNode[], axis: Axis): readonly Span[] {
  const spans = (boxes: Boxes): readonly Span[] =>
    children.flatMap((node) => {
      const box = boxes.get(node.key);
      return box ? [roomOf(node, box, axis)] : [];
    });
  return withoutCovered(merge(spans(closing.before)), spans(closing.after)).filter(({ from, to }) => to - from >= 1);
}

/** Draws together what stands in a container, and the container around it, by what became free. */
function closeIn(closing: Closing, container: ContainedNode): void {
  const own = closing.after.get(container.key);
  if (!own) return;
  const children = childrenOf(closing, container);
  const [across, down] = AXES.map((axis) => freed(closing, children, axis));
  for (const node of children) {
    const box = closing.after.get(node.key);
    if (!box) continue;
    const isAcross = !node.astride || box.x > 0;
    closing.after.set(node.key, { ...box, x: isAcross ? box.x - lengthBefore(across ?? [], box.x) : box.x, y: box.y - lengthBefore(down ?? [], box.y) });
  }
  closing.after.set(container.key, { ...own, width: own.width - lengthOf(across ?? []), height: own.height - lengthOf(down ?? []) });
}

/** The containers around some nodes, the inner ones first. */
function containersAroundAll({ source: { containers } }: Closing, keys: readonly string[]): readonly ContainedNode[] {
  const found = new Set(keys.flatMap((key) => containersAround(containers, key)));
  const nodes = [...found].map((key) => containers.nodes.get(key)).filter((node) => node !== undefined);
  return nodes.sort((a, b) => b.level - a.level);
}

/** What differs from the layout, written into it; sizes are those of the containers that were drawn together. */
function writeLayout({ after }: Closing, layout: Layout, sized: ReadonlySet<string>): Layout {
  const changed = [...after].flatMap(([key, { x, y, width, height }]) => {
    const known = layout[key];
    const box: Box = sized.has(key) ? { ...known, x, y, width, height } : { ...known, x, y };
    const isSame = known?.x === box.x && known.y === box.y && known.width === box.width && known.height === box.height;
    return isSame ? [] : [[key, box] as const];
  });
  return changed.length === 0 ? layout : { ...layout, ...Object.fromEntries(changed) };
}

/** Every place written down as it was drawn: what was computed would be computed anew from what is left. */
function withPlaces(layout: Layout, drawn: Boxes, { containers }: DrawingSource): Layout {
  const places = [...drawn].flatMap(([key, { x, y, width, height }]) => {
    const box: Box = isContainerKind(containers.nodes.get(key)?.kind ?? '') ? { x, y, width, height } : { x, y };
    return layout[key] === undefined ? [[key, box] as const] : [];
  });
  return places.length === 0 ? layout : { ...layout, ...Object.fromEntries(places) };
}

/**
 * The layout after containers were collapsed: what stood below or beside them moves up by the room that became free, and
 * the containers around shrink by it. Distances stay as they were drawn; nothing on the canvas itself moves. `expanded` is
 * the design before; the same layout comes back where nothing became free.
 */
export function closeGaps(design: Design, { expanded, collapsed }: { readonly expanded: Design; readonly collapsed: readonly string[] }): Layout {
  const [source, wholeSource] = [readSource(design), readSource(expanded)];
  const before = resolveBoxes(wholeSource, expanded.layout);
  const layout = withPlaces(design.layout, before, wholeSource);
  const closing: Closing = { source, before, after: new Map(resolveBoxes(source, layout)) };
  const around = containersAroundAll(closing, collapsed);
  for (const container of around) closeIn(closing, container);
  return writeLayout(closing, layout, new Set(around.map(({ key }) => key)));
}
