import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import type { Point } from './free-place.ts';
import { MARK_RADIUS, type PathDrawing, type PathLabel, type PathMark } from './path-drawing.ts';
import { placeFlag } from './path-flag.ts';
import { longestLevelPiece } from './path-geometry.ts';
import { findStop, routeLeg, type RoutedLeg } from './path-legs.ts';
import { anchorOfBlocker, placeMarks } from './path-marks.ts';
import { outsideWords } from './path-ends.ts';
import { stationLegs } from './path-stations.ts';
import { obstaclesOf } from './routes-of-lines.ts';
import type { Scene } from './scene.ts';

const LABEL_ABOVE = 7;
const LABEL_BELOW = 14;
const LEAST_LENGTH = 60;
const BESIDE_END = 8;
const HALF_LETTER = 4;

function wordOf(leg: RoutedLeg, verdict: Diagnosis['verdict']): Pick<PathLabel, 'text' | 'kind'> {
  if (!findStop(leg)) return { text: leg.leg, kind: 'pass' };
  if (verdict === 'undetermined') return { text: `${leg.leg}, not known`, kind: 'undetermined' };
  return { text: leg.leg === 'reply' ? 'no reply' : 'request, stopped', kind: 'fail' };
}

const SHARES = [0.5, 0.32, 0.68, 0.2, 0.8] as const;
const HALF_LETTERS = 3;

/** Whether a word would be covered by a mark. */
const isUnderMark = (text: string, at: Point, marks: readonly PathMark[]): boolean =>
  marks.some((mark) => {
    const reach = MARK_RADIUS[mark.kind];
    return Math.abs(mark.at.x - at.x) < text.length * HALF_LETTERS + reach && Math.abs(mark.at.y - at.y + HALF_LETTER) < reach + HALF_LETTER;
  });

/** The word of a leg beside the line at the asking end: above what runs to the right, below what runs back. */
function labelLeg(leg: RoutedLeg, verdict: Diagnosis['verdict'], marks: readonly PathMark[]): readonly PathLabel[] {
  if (leg.pieces.length === 0) return [];
  const fromAsker = leg.leg === 'request' ? leg.lines : [...leg.lines].reverse();
  const piece = fromAsker.map(longestLevelPiece).find((longest) => longest !== undefined && longest.length >= LEAST_LENGTH);
  if (!piece) return [];
  const { from, to } = piece;
  const word = wordOf(leg, verdict);
  const y = from.y + (from.x < to.x ? -LABEL_ABOVE : LABEL_BELOW);
  const places = SHARES.map((share): Point => ({ x: from.x + (to.x - from.x) * share, y }));
  const at = places.find((place) => !isUnderMark(word.text, place, marks)) ?? places[0] ?? from;
  return [{ ...word, anchor: 'middle', at }];
}

/** The word for an end that is not drawn, beyond the end of its line. */
function labelOutside(leg: RoutedLeg): readonly PathLabel[] {
  if (leg.leg !== 'request') return [];
  return leg.stations.flatMap((station, index): readonly PathLabel[] => {
    if (!('outside' in station)) return [];
    const points = index === 0 ? leg.middles[0] : leg.middles[index - 1];
    const end = index === 0 ? points?.[0] : points?.at(-1);
    return end ? [{ text: outsideWords[station.outside], kind: 'plain', anchor: 'end', at: { x: end.x - BESIDE_END, y: end.y + HALF_LETTER } }] : [];
  });
}

function keysOf(legs: readonly RoutedLeg[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { stations } of legs) for (const station of stations) if ('key' in station) keys.add(station.key);
  return keys;
}

function linesAlong(scene: Scene, legs: readonly RoutedLeg[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { stations, pieces } of legs) {
    if (pieces.length === 0) continue;
    stations.forEach((station, index) => {
      const next = stations[index + 1];
      if (next && 'key' in station && 'key' in next) pairs.add(`${station.key} ${next.key}`).add(`${next.key} ${station.key}`);
    });
  }
  return new Set(scene.lines.filter(({ from, to }) => pairs.has(`${from} ${to}`)).map(({ key }) => key));
}

/**
 * The path of a diagnosis over a scene: request and reply as lines, the step numbers where they are decided, one flag at
 * the first blocker. Canvas pixels. `scene` must be of the same design.
 */
export function describePath(design: Design, scene: Scene, diagnosis: Diagnosis): PathDrawing {
  const legs = stationLegs(design, scene, diagnosis).map((leg) => routeLeg(scene, leg, diagnosis.verdict));
  const source = { design, scene, diagnosis, legs };
  const marks = placeMarks(source);
  const pieces = legs.flatMap((leg) => leg.pieces);
  const nodes = keysOf(legs);
  const [blocker] = diagnosis.blockers;
  const anchor = blocker && anchorOfBlocker(source, blocker, marks);
  const labels = legs.flatMap((leg) => [...labelLeg(leg, diagnosis.verdict, marks), ...labelOutside(leg)]);
  const flag =
    blocker && anchor
      ? placeFlag(blocker, anchor, { map: obstaclesOf(scene), onPath: nodes, pieces, marks, labels, isPart: diagnosis.verdict === 'ambiguous' })
      : undefined;
  return { nodes, lines: linesAlong(scene, legs), pieces, marks, labels, flag };
}
