import { GATE, PADDING, type Rectangle, type Size } from './sizes.ts';

/** The borders of a VPC that gateways stand on; the upper one carries the caption. */
export type BorderSide = 'left' | 'right' | 'bottom';

/** A place on a border: the top left corner of the tile, whose middle lies on the border. */
export interface BorderPlace {
  readonly side: BorderSide;
  readonly x: number;
  readonly y: number;
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), Math.max(least, most));

/** The right and the lower border take what is put this near to them; all else stands at the left, where traffic comes from. */
const NEAR = 96;

/** The place on the border of a container for a tile that is put somewhere; both relative to the container. */
export function snapToBorder(tile: Rectangle, container: Size): BorderPlace {
  const [middleX, middleY] = [tile.x + tile.width / 2, tile.y + tile.height / 2];
  const [right, bottom] = [Math.abs(container.width - middleX), Math.abs(container.height - middleY)];
  const nearer: BorderSide = right <= bottom ? 'right' : 'bottom';
  const isNearLeft = Math.abs(middleX) <= Math.min(right, bottom);
  const side = !isNearLeft && Math.min(right, bottom) <= NEAR ? nearer : 'left';
  const along = {
    x: between(tile.x, PADDING.vpc.left, container.width - GATE.width - PADDING.vpc.right),
    y: between(tile.y, PADDING.vpc.top - GATE.height / 2, container.height - GATE.height),
  };
  if (side === 'bottom') return { side, x: along.x, y: container.height - GATE.height / 2 };
  return { side, x: (side === 'left' ? 0 : container.width) - GATE.width / 2, y: along.y };
}
