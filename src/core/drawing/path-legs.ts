import type { Diagnosis, Hop } from '../findings/diagnosis.ts';
import type { Point } from './free-place.ts';
import type { Polyline } from './line-candidates.ts';
import type { LegPiece, LegStyle } from './path-drawing.ts';
import { distanceToBorder, lengthOfLine, offsetFor, offsetLine, pointAlong, splitLine } from './path-geometry.ts';
import type { Station } from './path-ends.ts';
import type { PlacedHop, Spot, StationedLeg } from './path-stations.ts';
import { anchorOf, pathWay, routeBetween } from './routes-of-lines.ts';
import type { Scene, SceneNode } from './scene.ts';

/** A leg with the line of every gap between its stations, moved to its own side. */
export interface RoutedLeg extends StationedLeg {
  readonly lines: readonly Polyline[];
  /** The same lines before they were moved aside: borders are measured on them. */
  readonly middles: readonly Polyline[];
  readonly pieces: readonly LegPiece[];
}

/** How far a line to something that is not drawn reaches out of the outermost container. */
const OUTSIDE_REACH = 90;
/** A stop at a node's edge is drawn this far before it, so that the mark does not cover the node. */
const BEFORE_NODE = 14;
/** A route is written further from the subnet's border than a network ACL. */
const BEFORE_SUBNET = { 'network-acl': 24, route: 48 } as const;

const keyOf = (station: Station | undefined): string | undefined => (station && 'key' in station ? station.key : undefined);

function outermost(scene: Scene, key: string): SceneNode | undefined {
  let node = scene.byKey.get(key);
  while (node?.parent !== undefined) node = scene.byKey.get(node.parent);
  return node;
}

/** A straight line out of a node and of all containers, away from the side whose border it stands on, else to the left. */
function lineOutside(scene: Scene, key: string): Polyline {
  const [node, root] = [scene.byKey.get(key), outermost(scene, key)?.place];
  if (!node || !root) return [];
  const { x, y, width, height } = anchorOf(node);
  const around = node.parent === undefined ? undefined : scene.byKey.get(node.parent)?.place;
  const middle: Point = { x: x + width / 2, y: y + height / 2 };
  if (around && middle.x >= around.x + around.width) {
    return [
      { x: x + width, y: middle.y },
      { x: root.x + root.width + OUTSIDE_REACH, y: middle.y },
    ];
  }
  if (around && middle.y >= around.y + around.height) {
    return [
      { x: middle.x, y: y + height },
      { x: middle.x, y: root.y + root.height + OUTSIDE_REACH },
    ];
  }
  return [
    { x, y: middle.y },
    { x: root.x - OUTSIDE_REACH, y: middle.y },
  ];
}

function lineBetween(scene: Scene, from: Station | undefined, to: Station | undefined): Polyline {
  const [a, b] = [keyOf(from), keyOf(to)];
  if (a === undefined) return b === undefined ? [] : [...lineOutside(scene, b)].reverse();
  if (b === undefined) return lineOutside(scene, a);
  // The same pair is always routed in the same direction: request and reply then run side by side.
  return a < b ? (routeBetween(scene, [a, b], pathWay) ?? []) : [...(routeBetween(scene, [b, a], pathWay) ?? [])].reverse();
}

const subnetOf = (scene: Scene, station: Station | undefined): SceneNode | undefined => {
  const parent = scene.byKey.get(keyOf(station) ?? '')?.parent;
  const node = parent === undefined ? undefined : scene.byKey.get(parent);
  return node?.kind === 'subnet' ? node : undefined;
};

/** The part of a gap's line between the subnets of its two stations; all of it where they stand in none. */
function freePart(scene: Scene, leg: RoutedLeg, gap: number): { readonly start: number; readonly end: number; readonly length: number } {
  const middle = leg.middles[gap] ?? [];
  const length = lengthOfLine(middle);
  const [from, to] = [subnetOf(scene, leg.stations[gap]), subnetOf(scene, leg.stations[gap + 1])];
  const start = from && distanceToBorder(middle, from.place);
  const back = to && distanceToBorder([...middle].reverse(), to.place);
  return { start: start ?? 0, end: length - (back ?? 0), length };
}

/** Where the line of a gap leaves or enters the VPC that one of its stations stands in. */
function crossingOfVpc(scene: Scene, { stations, middles }: RoutedLeg, gap: number): number | undefined {
  for (const station of [stations[gap + 1], stations[gap]]) {
    for (let node = scene.byKey.get(keyOf(station) ?? ''); node; node = node.parent === undefined ? undefined : scene.byKey.get(node.parent)) {
      if (node.kind === 'vpc' && !node.astride) return distanceToBorder(middles[gap] ?? [], node.place);
    }
  }
  return undefined;
}

/** Where a spot lies on the line of its gap, in pixels from the gap's start. `air` keeps a mark off a subnet's border. */
export function distanceOfSpot(scene: Scene, leg: RoutedLeg, { gap, spot, air }: { readonly gap: number; readonly spot: Spot; readonly air: number }): number {
  const { start, end, length } = freePart(scene, leg, gap);
  const room = Math.max(0, end - start);
  const reach = Math.max(room / 2, room - BEFORE_NODE);
  switch (spot) {
    case 'leave-node':
      return Math.min(BEFORE_NODE, length);
    case 'enter-node':
      return Math.max(length - BEFORE_NODE, 0);
    case 'cross-vpc':
      return crossingOfVpc(scene, leg, gap) ?? length / 2;
    case 'leave-subnet':
      return start + Math.min(air, reach);
    case 'enter-subnet':
      return end - Math.min(air, reach);
    default:
      return length / 2;
  }
}

/** The middle of a mark for a hop, on the line of its own leg. */
export function pointOfHop(scene: Scene, leg: RoutedLeg, { hop, gap, spot }: PlacedHop): Point {
  const air = hop.step === 'route' ? BEFORE_SUBNET.route : hop.step === 'network-acl' ? BEFORE_SUBNET['network-acl'] : 0;
  return pointAlong(leg.lines[gap] ?? [], distanceOfSpot(scene, leg, { gap, spot, air }));
}

/** A stop lies on the border itself, where the traffic is dropped. */
export function distanceOfStop(scene: Scene, leg: RoutedLeg, { hop, gap, spot }: PlacedHop): number {
  const isAtGateway = spot === 'enter-node' && hop.resource === keyOf(leg.stations[gap + 1]);
  if (isAtGateway) return lengthOfLine(leg.middles[gap] ?? []);
  const air = hop.step === 'network-acl' ? 4 : hop.step === 'route' ? BEFORE_SUBNET['network-acl'] : 0;
  return distanceOfSpot(scene, leg, { gap, spot, air });
}

const isStop = (hop: Hop): boolean => hop.passed === false;
export const findStop = (leg: StationedLeg): PlacedHop | undefined => leg.hops.find(({ hop }) => isStop(hop));

function drawPieces(scene: Scene, leg: RoutedLeg, verdict: Diagnosis['verdict']): readonly LegPiece[] {
  const stop = findStop(leg);
  const stopped: LegStyle = verdict === 'undetermined' ? 'not-known' : 'stopped';
  const isTold = leg.hops.some(({ hop }) => hop.passed !== null);
  const { leg: name } = leg;
  if (!isTold) return [];
  if (!stop) return leg.lines.map((points, gap) => ({ leg: name, style: 'travels', points, hasArrow: gap === leg.lines.length - 1 }));
  return leg.lines.flatMap((points, gap): readonly LegPiece[] => {
    if (gap !== stop.gap) return [{ leg: name, style: gap < stop.gap ? stopped : 'never-arrives', points, hasArrow: false }];
    const [before, after] = splitLine(points, distanceOfStop(scene, leg, stop));
    return [
      { leg: name, style: stopped, points: before, hasArrow: false },
      { leg: name, style: 'never-arrives', points: after, hasArrow: false },
    ];
  });
}

/** Finds the ways of a leg over a scene and cuts them where the leg is stopped. */
export function routeLeg(scene: Scene, leg: StationedLeg, verdict: Diagnosis['verdict']): RoutedLeg {
  const middles = leg.stations.slice(1).map((station, index) => lineBetween(scene, leg.stations[index], station));
  const lines = middles.map((points) => offsetLine(points, offsetFor(points)));
  const routed: RoutedLeg = { ...leg, middles, lines, pieces: [] };
  return { ...routed, pieces: drawPieces(scene, routed, verdict) };
}
