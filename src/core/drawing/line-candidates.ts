import type { Point } from './free-place.ts';
import { BOX_GAP, PADDING, type Rectangle } from './sizes.ts';

export type Polyline = readonly Point[];

/** Distance of a line from the nodes it passes. */
export const LINE_LANE = 6;

/** The same figure with x and y exchanged: what is said of left and right then holds for top and bottom. */
const flipPoint = ({ x, y }: Point): Point => ({ x: y, y: x });
const flipRectangle = ({ x, y, width, height }: Rectangle): Rectangle => ({ x: y, y: x, width: height, height: width });

const rightOf = (box: Rectangle): number => box.x + box.width;
const middleOf = (box: Rectangle): number => box.y + box.height / 2;

const STRAIGHT_MARGIN = 8;
/** A level line at a height both boxes have; the middle of the smaller one if it can be. */
function* straight(left: Rectangle, right: Rectangle): Generator<Polyline> {
  const least = Math.max(left.y, right.y) + STRAIGHT_MARGIN;
  const most = Math.min(left.y + left.height, right.y + right.height) - STRAIGHT_MARGIN;
  if (least > most) return;
  const wished = middleOf(left.height < right.height ? left : right);
  const y = Math.min(most, Math.max(least, wished));
  yield [
    { x: rightOf(left), y },
    { x: right.x, y },
  ];
}

/** Out of one side, across between the boxes, into the other: the crossing in the middle or near either end. */
function* steps(left: Rectangle, right: Rectangle): Generator<Polyline> {
  const [from, to] = [middleOf(left), middleOf(right)];
  const [start, end] = [rightOf(left), right.x];
  const near = Math.min(LINE_LANE * 2, (end - start) / 2);
  for (const x of new Set([(start + end) / 2, end - near, start + near, end - LINE_LANE, start + LINE_LANE])) {
    if (x > start && x < end)
      yield [
        { x: start, y: from },
        { x, y: from },
        { x, y: to },
        { x: end, y: to },
      ];
  }
}

/** Distance of the middle between two subnets to the cards of both. */
export const SUBNET_LANE = PADDING.subnet.right + BOX_GAP.subnet / 2;
/** Beside a card inside its subnet, and beside the subnet between it and the next one. */
const BRACKET_LANES = [LINE_LANE, SUBNET_LANE] as const;

/** Out of the right side, down or up, and into the right side of the other box; the same at the left. */
function* bracket(a: Rectangle, b: Rectangle): Generator<Polyline> {
  const [from, to] = [middleOf(a), middleOf(b)];
  for (const lane of BRACKET_LANES) {
    const right = Math.max(rightOf(a), rightOf(b)) + lane;
    yield [
      { x: rightOf(a), y: from },
      { x: right, y: from },
      { x: right, y: to },
      { x: rightOf(b), y: to },
    ];
    const left = Math.min(a.x, b.x) - lane;
    yield [
      { x: a.x, y: from },
      { x: left, y: from },
      { x: left, y: to },
      { x: b.x, y: to },
    ];
  }
}

/** Out of a side of `a` and into the upper or lower side of `b`. */
function* corner(a: Rectangle, b: Rectangle): Generator<Polyline> {
  const y = middleOf(a);
  const x = b.x + b.width / 2;
  if (x > a.x && x < rightOf(a)) return;
  if (y > b.y && y < b.y + b.height) return;
  const start = x < a.x ? a.x : rightOf(a);
  const end = y < b.y ? b.y : b.y + b.height;
  yield [
    { x: start, y },
    { x, y },
    { x, y: end },
  ];
}

function* acrossCandidates(a: Rectangle, b: Rectangle): Generator<Polyline> {
  if (rightOf(a) < b.x) {
    yield* straight(a, b);
    yield* steps(a, b);
  } else if (rightOf(b) < a.x) {
    for (const line of straight(b, a)) yield [...line].reverse();
    for (const line of steps(b, a)) yield [...line].reverse();
  }
  yield* corner(a, b);
  for (const line of corner(b, a)) yield [...line].reverse();
  yield* bracket(a, b);
}

/** The simple ways between two boxes with level and upright pieces: straight, with one corner, stepped, around a side. */
export function* lineCandidates(a: Rectangle, b: Rectangle): Generator<Polyline> {
  yield* acrossCandidates(a, b);
  for (const line of acrossCandidates(flipRectangle(a), flipRectangle(b))) yield line.map(flipPoint);
}
