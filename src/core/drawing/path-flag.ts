import type { Blocker, BlockerComponent } from '../findings/diagnosis.ts';
import type { Point } from './free-place.ts';
import { lengthInside, obstaclesIn, pieceBetween, type ObstacleMap } from './line-obstacles.ts';
import { MARK_RADIUS, type LegPiece, type PathFlag, type PathLabel, type PathMark } from './path-drawing.ts';
import type { FlagAnchor } from './path-marks.ts';
import { piecesOf } from './path-geometry.ts';
import type { Rectangle, Size } from './sizes.ts';
import { textWidth, type TextStyle } from './text-width.ts';
import { typeScale } from './tokens.ts';

export const flagStyles = {
  title: { family: 'text', weight: 600, size: typeScale.small.size },
  detail: { family: 'mono', weight: 400, size: typeScale.micro.size },
} as const satisfies Readonly<Record<string, TextStyle>>;
export const FLAG = { line: 14, left: 8, top: 5, bottom: 6 } as const;

/** What a blocker is called in a few words where "dropped here" would be wrong. */
const titleOf: Readonly<Partial<Record<BlockerComponent, string>>> = {
  'public-ip': 'No public address',
  'internet-gateway': 'No attached internet gateway',
  'no-such-target': 'Nothing has this address',
  'vpn-connection': 'The VPN connection is not up',
  'instance-state': 'The instance is not running',
  service: 'Not served here',
  'user-data': 'The start-up script fails',
  permissions: 'Not permitted',
  'personal-network': 'The client’s network drops it',
  'block-public-access': 'Public access is blocked',
  'nat-gateway': 'The NAT gateway cannot carry it',
};

/** Whether the blocker is certain, and whether other parts of the asked traffic pass. */
interface FlaggedAnswer {
  readonly isKnown: boolean;
  readonly isPart: boolean;
}

function describeTitle({ component, leg, code }: Blocker, { isKnown, isPart }: FlaggedAnswer): string {
  if (!isKnown) return 'Not known from here on';
  const named = titleOf[component];
  if (named !== undefined) return named;
  const traffic = leg === 'request' ? 'Request' : 'Reply';
  if (component === 'route-table') return code.includes('ASYMMETRIC') ? `${traffic} takes another way` : `No route for the ${leg}`;
  return isPart ? `Part of the ${leg} dropped here` : `${traffic} dropped here`;
}

function sizeOf(title: string, detail: string): Size {
  const width = Math.max(textWidth(title, flagStyles.title), detail === '' ? 0 : textWidth(detail, flagStyles.detail));
  const lines = detail === '' ? 1 : 2;
  return { width: Math.ceil(width) + 2 * FLAG.left, height: FLAG.top + lines * FLAG.line + FLAG.bottom };
}

const DISTANCES = [24, 40, 64, 96, 140] as const;
const SHIFTS = [0, 0.5, 1] as const;
const STEM_INSET = 10;

interface Candidate {
  readonly place: Rectangle;
  readonly stem: readonly [Point, Point];
  readonly distance: number;
}

/** Places above and below a point, with the stem at the left end, the middle or the right end of the flag. */
function* candidatesAround(at: Point, { width, height }: Size): Generator<Candidate> {
  for (const distance of DISTANCES) {
    for (const side of [1, -1]) {
      for (const shift of SHIFTS) {
        const x = at.x - STEM_INSET - (1 - shift) * (width - 2 * STEM_INSET);
        const y = side > 0 ? at.y + distance : at.y - distance - height;
        const end: Point = { x: at.x, y: side > 0 ? y : y + height };
        yield { place: { x, y, width, height }, stem: [at, end], distance: distance * (side > 0 ? 1 : 1.1) + (1 - shift) };
      }
    }
  }
}

const overlap = (a: Rectangle, b: Rectangle): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
};

const markPlace = ({ at, kind }: PathMark): Rectangle => {
  const radius = MARK_RADIUS[kind] + 2;
  return { x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius };
};

const WEIGHT = { mark: 4, pathNode: 4, pathLine: 12, words: 3, node: 1 } as const;

/** What a flag must not cover, the worst first: other marks, nodes of the path, the path, captions, other nodes. */
export interface FlagSurroundings {
  readonly map: ObstacleMap;
  readonly onPath: ReadonlySet<string>;
  readonly pieces: readonly LegPiece[];
  readonly marks: readonly PathMark[];
  readonly labels: readonly PathLabel[];
  /** Whether a part of the asked traffic passes. */
  readonly isPart: boolean;
}

const LABEL_SIZE = { halfWidth: 40, above: 12, height: 16 } as const;
const labelPlace = ({ at }: PathLabel): Rectangle => ({
  x: at.x - LABEL_SIZE.halfWidth,
  y: at.y - LABEL_SIZE.above,
  width: 2 * LABEL_SIZE.halfWidth,
  height: LABEL_SIZE.height,
});

function costOf({ place, stem, distance }: Candidate, { map, onPath, pieces, marks, labels }: FlagSurroundings, own: FlagAnchor): number {
  let cost = distance;
  const upright = pieceBetween(...stem);
  for (const mark of marks) {
    if (mark === own) continue;
    cost += (overlap(place, markPlace(mark)) + lengthInside(upright, markPlace(mark)) * 10) * WEIGHT.mark;
  }
  for (const label of labels) cost += overlap(place, labelPlace(label)) * WEIGHT.words;
  for (const piece of pieces) {
    for (const { from, to } of piecesOf(piece.points)) cost += lengthInside(pieceBetween(from, to), place) * WEIGHT.pathLine;
  }
  for (const obstacle of obstaclesIn(map, place)) {
    if (obstacle.part === 'box') continue;
    const weight = obstacle.part === 'words' ? WEIGHT.words : onPath.has(obstacle.key) ? WEIGHT.pathNode : WEIGHT.node;
    cost += overlap(place, obstacle.place) * weight;
  }
  return cost;
}

/** The flag of a blocker at its mark, where it covers least. */
export function placeFlag(blocker: Blocker, mark: FlagAnchor, surroundings: FlagSurroundings): PathFlag {
  const isKnown = mark.kind === 'fail';
  const title = describeTitle(blocker, { isKnown, isPart: surroundings.isPart });
  const detail = blocker.evidence.find(({ row }) => row !== undefined)?.label ?? blocker.evidence[0]?.label ?? '';
  const size = sizeOf(title, detail);
  let best: Candidate = { place: { ...mark.at, ...size }, stem: [mark.at, mark.at], distance: 0 };
  let bestCost = Infinity;
  for (const candidate of candidatesAround(mark.at, size)) {
    const cost = costOf(candidate, surroundings, mark);
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return { kind: isKnown ? 'fail' : 'undetermined', title, detail, place: best.place, stem: best.stem };
}
