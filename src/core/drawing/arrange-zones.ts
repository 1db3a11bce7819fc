import type { Box } from '../model/design.ts';
import type { DrawingSource } from './drawing-source.ts';
import { distanceFromShape, packGrid } from './pack.ts';
import { BOX_GAP, CARD_GAP, PADDING, SMALLEST, type Padding, type Rectangle, type Size } from './sizes.ts';
import { findSubnetColumns, type SubnetColumns } from './subnet-columns.ts';

/** The layout being made; a node's box is written once its container knows where it stands. */
export type LayoutDraft = Record<string, Box>;

const sizeOf = (source: DrawingSource, key: string): Size => source.ownSizes.get(key) ?? SMALLEST.subnet;

/** A card's place; its width is written only where it is wider than its own words make it. */
const cardBox = (place: Rectangle, own: Size, padding: Padding): Box => ({
  x: padding.left + place.x,
  y: padding.top + place.y,
  ...(place.width > own.width ? { width: place.width } : {}),
});

const widen = ({ width, height }: Size, least: number): Size => ({ width: Math.max(width, least), height });

/** The cards of a container and the least width they are drawn with. */
export interface CardsToPlace {
  readonly key: string;
  readonly cardWidth: number;
}

/** Places a container's cards in a grid below its caption and says how large the container has to be. */
export function arrangeCards(source: DrawingSource, { key, cardWidth }: CardsToPlace, draft: LayoutDraft): Size {
  const node = source.containers.nodes.get(key);
  const own = sizeOf(source, key);
  const padding = node?.kind === 'on-premises-network' ? PADDING['on-premises-network'] : PADDING.subnet;
  const children = node?.children ?? [];
  if (children.length === 0) return own;
  const columns = node?.kind === 'on-premises-network' ? 1 : undefined;
  const sizes = children.map((child) => widen(sizeOf(source, child), cardWidth));
  const packed = packGrid(sizes, CARD_GAP, columns);
  children.forEach((child, index) => {
    const place = packed.places[index];
    if (place) draft[child] = cardBox(place, sizeOf(source, child), padding);
  });
  return {
    width: Math.max(own.width, padding.left + packed.width + padding.right),
    height: Math.max(own.height, padding.top + packed.height + padding.bottom),
  };
}

interface ZoneGrid {
  readonly columns: SubnetColumns;
  readonly sizes: ReadonlyMap<string, Size>;
  /** Columns in one line; more wrap. */
  readonly perLine: number;
}

interface ZoneLines extends Size {
  readonly widths: readonly number[];
  /** For each zone, the heights of its lines; 0 where a line is empty. */
  readonly heights: readonly (readonly number[])[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Total of the present values with gaps between them. */
const lengthWithGaps = (values: readonly number[], gap: number): number => {
  const present = values.filter((value) => value > 0);
  return sum(present) + gap * Math.max(0, present.length - 1);
};

function measureLines({ columns, sizes, perLine }: ZoneGrid): ZoneLines {
  const lines = Math.max(1, Math.ceil(columns.count / Math.max(1, perLine)));
  const widths = Array.from({ length: Math.min(perLine, columns.count) }, () => 0);
  const heights = columns.zones.map(() => Array.from({ length: lines }, () => 0));
  columns.zones.forEach((row, zone) =>
    row.forEach((key, column) => {
      const size = key === undefined ? undefined : sizes.get(key);
      if (!size) return;
      const line = Math.floor(column / perLine);
      widths[column % perLine] = Math.max(widths[column % perLine] ?? 0, size.width);
      const zoneHeights = heights[zone];
      if (zoneHeights) zoneHeights[line] = Math.max(zoneHeights[line] ?? 0, size.height);
    }),
  );
  const zoneHeights = heights.map((row) => PADDING.zone.top + lengthWithGaps(row, BOX_GAP.subnet) + PADDING.zone.bottom);
  return {
    widths,
    heights,
    width: lengthWithGaps(widths, BOX_GAP.subnet) + PADDING.zone.left + PADDING.zone.right,
    height: lengthWithGaps(zoneHeights, BOX_GAP.zone),
  };
}

const COLUMNS_NEVER_WRAPPED = 5;
const LINES_TRIED = 16;
const SHAPE = 1.6;

/** How many columns stand in one line of a zone, so that the zones together are neither a ribbon nor a tower. */
function choosePerLine(columns: SubnetColumns, sizes: ReadonlyMap<string, Size>): number {
  if (columns.count <= COLUMNS_NEVER_WRAPPED) return Math.max(1, columns.count);
  let best = columns.count;
  let bestDistance = Infinity;
  for (let lines = 1; lines <= Math.min(LINES_TRIED, columns.count); lines += 1) {
    const perLine = Math.ceil(columns.count / lines);
    const distance = distanceFromShape(measureLines({ columns, sizes, perLine }), SHAPE);
    if (distance < bestDistance) [best, bestDistance] = [perLine, distance];
  }
  return best;
}

interface ZonePlace {
  readonly row: readonly (string | undefined)[];
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly perLine: number;
}

/** Starts of boxes in a row; what has no size takes no room. */
function startsOf(lengths: readonly number[], origin: number): readonly number[] {
  let next = origin;
  return lengths.map((length) => {
    const start = next;
    if (length > 0) next += length + BOX_GAP.subnet;
    return start;
  });
}

function placeSubnets({ row, widths, heights, perLine }: ZonePlace, draft: LayoutDraft): void {
  const left = startsOf(widths, PADDING.zone.left);
  const top = startsOf(heights, PADDING.zone.top);
  row.forEach((key, column) => {
    if (key === undefined) return;
    const line = Math.floor(column / perLine);
    const across = column % perLine;
    draft[key] = { x: left[across] ?? 0, y: top[line] ?? 0, width: widths[across] ?? 0, height: heights[line] ?? 0 };
  });
}

/** Cards of one column have one width in every zone, so that they line up. */
function widestCards({ containers, ownSizes }: DrawingSource, columns: SubnetColumns): readonly number[] {
  const widths = Array.from({ length: columns.count }, () => 0);
  for (const row of columns.zones) {
    row.forEach((key, column) => {
      for (const child of containers.nodes.get(key ?? '')?.children ?? []) {
        widths[column] = Math.max(widths[column] ?? 0, ownSizes.get(child)?.width ?? 0);
      }
    });
  }
  return widths;
}

/** Stacks the zones of a VPC at an origin, same tier below same tier, and says how large the stack is. */
export function arrangeZones(source: DrawingSource, zones: readonly string[], draft: LayoutDraft): Size {
  if (zones.length === 0) return { width: 0, height: 0 };
  const columns = findSubnetColumns(source, zones);
  const sizes = new Map<string, Size>();
  const cardWidths = widestCards(source, columns);
  for (const row of columns.zones) {
    row.forEach((key, column) => {
      if (key !== undefined) sizes.set(key, arrangeCards(source, { key, cardWidth: cardWidths[column] ?? 0 }, draft));
    });
  }
  const perLine = choosePerLine(columns, sizes);
  const lines = measureLines({ columns, sizes, perLine });
  const width = Math.max(lines.width, ...zones.map((zone) => sizeOf(source, zone).width));
  let y = 0;
  zones.forEach((zone, index) => {
    const heights = lines.heights[index] ?? [];
    const row = columns.zones[index] ?? [];
    placeSubnets({ row, widths: lines.widths, heights, perLine }, draft);
    const filled = PADDING.zone.top + lengthWithGaps(heights, BOX_GAP.subnet) + PADDING.zone.bottom;
    const height = Math.max(sizeOf(source, zone).height, filled);
    draft[zone] = { x: 0, y, width, height };
    y += height + BOX_GAP.zone;
  });
  return { width, height: y - BOX_GAP.zone };
}
