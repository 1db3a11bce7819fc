import type { Rectangle, Size } from './sizes.ts';

/** Sizes put beside each other: a place for each, in the same order, and the size of the whole. */
export interface Packed extends Size {
  readonly places: readonly Rectangle[];
}

const EMPTY: Packed = { width: 0, height: 0, places: [] };
const CARDS_IN_ONE_COLUMN = 4;
const CARDS_IN_SHORT_COLUMNS = 12;
/** A card with its gap is about 176 x 64: this share of the number of cards makes a block a little wider than high. */
const CARD_SHAPE = 0.44;

/** How many columns a number of cards is drawn in: one up to four cards, then towards a square. */
export function countCardColumns(count: number): number {
  if (count <= CARDS_IN_SHORT_COLUMNS) return Math.max(1, Math.ceil(count / CARDS_IN_ONE_COLUMN));
  return Math.ceil(Math.sqrt(count * CARD_SHAPE));
}

const maximum = (values: readonly number[]): number => values.reduce((largest, value) => (value > largest ? value : largest), 0);

/** Equal cells in rows, each as large as the largest item; items keep their height and take the width of the cell. */
export function packGrid(items: readonly Size[], gap: number, columns = countCardColumns(items.length)): Packed {
  if (items.length === 0) return EMPTY;
  const width = maximum(items.map((item) => item.width));
  const height = maximum(items.map((item) => item.height));
  const places = items.map((item, index) => ({
    x: (index % columns) * (width + gap),
    y: Math.floor(index / columns) * (height + gap),
    width,
    height: item.height,
  }));
  const rows = Math.ceil(items.length / columns);
  const used = Math.min(columns, items.length);
  return { places, width: used * (width + gap) - gap, height: rows * (height + gap) - gap };
}

/** Items in rows that break at `limit`; a single item may be wider than it. */
export function packRows(items: readonly Size[], gap: number, limit: number): Packed {
  const places: Rectangle[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const item of items) {
    if (x > 0 && x + item.width > limit) {
      y += rowHeight + gap;
      [x, rowHeight] = [0, 0];
    }
    places.push({ x, y, width: item.width, height: item.height });
    x += item.width + gap;
    width = Math.max(width, x - gap);
    rowHeight = Math.max(rowHeight, item.height);
  }
  return { places, width, height: y + rowHeight };
}

const ROWS_TRIED = 12;

/** How far a block is from the wished ratio of width to height, the same for too wide as for too high. */
export const distanceFromShape = ({ width, height }: Size, ratio: number): number => Math.abs(Math.log(Math.max(1, width) / Math.max(1, height) / ratio));

/** Items in rows, broken where the whole comes closest to the wished ratio of width to height. */
export function packToShape(items: readonly Size[], gap: number, ratio: number): Packed {
  let best = EMPTY;
  let limit = 0;
  for (const item of items.slice(0, ROWS_TRIED)) {
    limit += item.width + gap;
    const packed = packRows(items, gap, Math.max(limit - gap, maximum(items.map(({ width }) => width))));
    if (best === EMPTY || distanceFromShape(packed, ratio) < distanceFromShape(best, ratio)) best = packed;
  }
  return best;
}
