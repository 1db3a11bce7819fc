import { boxCovers, boxesMeet, commonBox, cutBox, isEmptyBox } from './box.ts';
import type { Box } from './box.ts';
import type { Point } from './interval.ts';

/** Disjoint boxes, and what of them lies inside and outside of something. */
export interface SplitBoxes<N extends Point> {
  readonly inside: readonly Box<N>[];
  readonly outside: readonly Box<N>[];
}

const NO_BOXES: readonly never[] = [];

function splitOne<N extends Point>(boxes: readonly Box<N>[], box: Box<N>, cut: Box<N>): SplitBoxes<N> {
  if (!boxesMeet(box, cut)) return { inside: NO_BOXES, outside: boxes };
  if (boxCovers(cut, box)) return { inside: boxes, outside: NO_BOXES };
  const outside: Box<N>[] = [];
  const inside = cutBox(box, cut, outside);
  return { inside: [inside], outside };
}

/**
 * Splits disjoint boxes by one box. The hot path of everything: a list of one that lies wholly on one side comes back as
 * it is, and nothing is allocated for boxes that the cut does not touch.
 */
export function splitBoxes<N extends Point>(boxes: readonly Box<N>[], cut: Box<N>): SplitBoxes<N> {
  const only = boxes[0];
  if (only === undefined || isEmptyBox(cut)) return { inside: NO_BOXES, outside: boxes };
  if (boxes.length === 1) return splitOne(boxes, only, cut);
  const inside: Box<N>[] = [];
  const outside: Box<N>[] = [];
  for (const box of boxes) {
    if (boxesMeet(box, cut)) inside.push(cutBox(box, cut, outside));
    else outside.push(box);
  }
  if (inside.length === 0) return { inside: NO_BOXES, outside: boxes };
  return outside.length === 0 ? { inside: boxes, outside: NO_BOXES } : { inside, outside };
}

/** The packets of `boxes` that are in none of `cuts`. */
export function subtractBoxes<N extends Point>(boxes: readonly Box<N>[], cuts: readonly Box<N>[]): readonly Box<N>[] {
  let rest = boxes;
  for (const cut of cuts) {
    if (rest.length === 0) return rest;
    rest = splitBoxes(rest, cut).outside;
  }
  return rest;
}

/** The packets that are in both lists of disjoint boxes, as disjoint boxes. */
export function intersectBoxes<N extends Point>(a: readonly Box<N>[], b: readonly Box<N>[]): readonly Box<N>[] {
  const common: Box<N>[] = [];
  for (const left of a) {
    for (const right of b) if (boxesMeet(left, right)) common.push(commonBox(left, right));
  }
  return common;
}

/** The packets of either list; `a` has to be disjoint, `b` may overlap anything. Keeps the answer disjoint. */
export function uniteBoxes<N extends Point>(a: readonly Box<N>[], b: readonly Box<N>[]): readonly Box<N>[] {
  if (b.length === 0) return a;
  const united = [...a];
  for (const box of b) {
    if (!isEmptyBox(box)) united.push(...subtractBoxes([box], united));
  }
  return united.length === a.length ? a : united;
}
