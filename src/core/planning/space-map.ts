import { contains, overlaps, type Cidr4 } from '../address/cidr.ts';

/** A rectangle of the map: rows from the top, columns as shares of a row from 0 to 1. */
export interface MapPlace {
  readonly row: number;
  readonly rows: number;
  readonly start: number;
  readonly width: number;
}

/** A block of a VPC as rows of equal size, so that every block inside it is one rectangle. */
export interface SpaceMap {
  readonly block: Cidr4;
  /** The prefix length of a row, and of the cells it is divided in. */
  readonly rowPrefix: number;
  readonly cellPrefix: number;
  /** The first address of each row. */
  readonly rows: readonly number[];
}

const BITS = 32;
/** Sixteen rows of sixteen cells, where the block is large enough. */
const ROW_BITS = 4;
const CELL_BITS = 4;

const sizeOf = (prefixLength: number): number => 2 ** (BITS - prefixLength);

/** Divides a block into rows and cells: a /16 into sixteen /20 of sixteen /24. */
export function mapSpace(block: Cidr4): SpaceMap {
  const rowPrefix = Math.min(BITS, block.prefixLength + ROW_BITS);
  const cellPrefix = Math.min(BITS, rowPrefix + CELL_BITS);
  const count = 2 ** (rowPrefix - block.prefixLength);
  return { block, rowPrefix, cellPrefix, rows: Array.from({ length: count }, (_, index) => block.first + index * sizeOf(rowPrefix)) };
}

/** Where a block stands on the map; `undefined` where they do not meet. What is larger than the map covers it whole. */
export function placeOnMap({ block, rowPrefix, rows }: SpaceMap, inner: Cidr4): MapPlace | undefined {
  if (!overlaps(block, inner)) return undefined;
  if (contains(inner, block)) return { row: 0, rows: rows.length, start: 0, width: 1 };
  const rowSize = sizeOf(rowPrefix);
  const offset = inner.first - block.first;
  const row = Math.floor(offset / rowSize);
  if (inner.prefixLength <= rowPrefix) return { row, rows: 2 ** (rowPrefix - inner.prefixLength), start: 0, width: 1 };
  return { row, rows: 1, start: (offset % rowSize) / rowSize, width: sizeOf(inner.prefixLength) / rowSize };
}
