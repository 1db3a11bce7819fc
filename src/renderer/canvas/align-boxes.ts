import type { Rectangle } from '@core/drawing/sizes.ts';

export type AlignSide = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type DistributeDirection = 'horizontally' | 'vertically';

export interface Place {
  readonly x: number;
  readonly y: number;
}

type Boxes = ReadonlyMap<string, Rectangle>;
type Places = ReadonlyMap<string, Place>;

function around(boxes: Boxes): Rectangle {
  const all = [...boxes.values()];
  const x = Math.min(...all.map((box) => box.x));
  const y = Math.min(...all.map((box) => box.y));
  const right = Math.max(...all.map((box) => box.x + box.width));
  const bottom = Math.max(...all.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

const alignOne: Readonly<Record<AlignSide, (box: Rectangle, frame: Rectangle) => Place>> = {
  left: ({ y }, frame) => ({ x: frame.x, y }),
  center: ({ y, width }, frame) => ({ x: Math.round(frame.x + (frame.width - width) / 2), y }),
  right: ({ y, width }, frame) => ({ x: frame.x + frame.width - width, y }),
  top: ({ x }, frame) => ({ x, y: frame.y }),
  middle: ({ x, height }, frame) => ({ x, y: Math.round(frame.y + (frame.height - height) / 2) }),
  bottom: ({ x, height }, frame) => ({ x, y: frame.y + frame.height - height }),
};

/** Moves boxes of one container to a common edge or middle of the frame around them. */
export function alignBoxes(boxes: Boxes, side: AlignSide): Places {
  const frame = around(boxes);
  return new Map([...boxes].map(([key, box]) => [key, alignOne[side](box, frame)]));
}

/** Makes the gaps between boxes of one container equal; the first and the last stay where they are. */
export function distributeBoxes(boxes: Boxes, direction: DistributeDirection): Places {
  const isHorizontal = direction === 'horizontally';
  const start = (box: Rectangle): number => (isHorizontal ? box.x : box.y);
  const length = (box: Rectangle): number => (isHorizontal ? box.width : box.height);
  const sorted = [...boxes].sort(([, a], [, b]) => start(a) - start(b));
  const frame = around(boxes);
  const used = sorted.reduce((sum, [, box]) => sum + length(box), 0);
  const gap = (length(frame) - used) / Math.max(1, sorted.length - 1);
  let next = start(frame);
  return new Map(
    sorted.map(([key, box]): [string, Place] => {
      const at = Math.round(next);
      next += length(box) + gap;
      return [key, isHorizontal ? { x: at, y: box.y } : { x: box.x, y: at }];
    }),
  );
}
