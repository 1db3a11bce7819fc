import type { Rectangle } from '@core/drawing/sizes.ts';

/** A line that shows what a dragged node is in line with, in canvas pixels. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  readonly x: number;
  readonly y: number;
  readonly guides: readonly Guide[];
}

interface Candidate {
  readonly shift: number;
  readonly at: number;
  readonly sibling: Rectangle;
}

const edgesOf = (start: number, length: number): readonly number[] => [start, start + length / 2, start + length];

function nearest(box: Rectangle, siblings: readonly Rectangle[], axis: 'x' | 'y'): Candidate | undefined {
  const length = axis === 'x' ? 'width' : 'height';
  let best: Candidate | undefined;
  for (const sibling of siblings) {
    const own = edgesOf(box[axis], box[length]);
    edgesOf(sibling[axis], sibling[length]).forEach((edge, index) => {
      const shift = edge - (own[index] ?? edge);
      if (!best || Math.abs(shift) < Math.abs(best.shift)) best = { shift, at: edge, sibling };
    });
  }
  return best;
}

function guideOf(axis: 'x' | 'y', at: number, [a, b]: readonly [Rectangle, Rectangle]): Guide {
  const [start, length] = axis === 'x' ? (['y', 'height'] as const) : (['x', 'width'] as const);
  return { axis, at, from: Math.min(a[start], b[start]), to: Math.max(a[start] + a[length], b[start] + b[length]) };
}

/**
 * Moves a box to the nearest edge or middle of a sibling, when one is at most `tolerance` away. All rectangles are in one
 * frame of reference; so are the guides.
 */
export function snapBox(box: Rectangle, siblings: readonly Rectangle[], tolerance: number): Snapped {
  const across = nearest(box, siblings, 'x');
  const along = nearest(box, siblings, 'y');
  const isX = across !== undefined && Math.abs(across.shift) <= tolerance;
  const isY = along !== undefined && Math.abs(along.shift) <= tolerance;
  const snapped = { ...box, x: box.x + (isX ? across.shift : 0), y: box.y + (isY ? along.shift : 0) };
  const guides = [...(isX ? [guideOf('x', across.at, [snapped, across.sibling])] : []), ...(isY ? [guideOf('y', along.at, [snapped, along.sibling])] : [])];
  return { x: snapped.x, y: snapped.y, guides };
}
