import type { Blocker, Diagnosis, Hop, LegPath } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import { nodeKeyOf } from './containers.ts';
import { findShownContainers } from './shown-containers.ts';
import { findEnd, stationsBetween, type Ends, type Station } from './path-ends.ts';
import type { Scene, SceneNode } from './scene.ts';

/** Where something happens on the way from one station to the next. */
export type Spot = 'leave-node' | 'leave-subnet' | 'on-way' | 'cross-vpc' | 'enter-subnet' | 'enter-node';

export interface PlacedHop {
  readonly hop: Hop;
  /** It happens between the stations `gap` and `gap + 1`; at the last station `gap` is that of the way to it. */
  readonly gap: number;
  readonly spot: Spot;
}

/** A leg as the nodes it passes and the hops between them. */
export interface StationedLeg {
  readonly leg: LegPath['leg'];
  readonly stations: readonly Station[];
  readonly hops: readonly PlacedHop[];
}

const isSame = (a: Station | undefined, b: Station): boolean =>
  a !== undefined && ('key' in a ? 'key' in b && a.key === b.key : 'outside' in b && a.outside === b.outside);

const HOPS_AT_NODES = new Set<Hop['step']>(['gateway', 'translate', 'arrive', 'leave']);
const MACHINES = new Set<SceneNode['kind']>(['instance', 'db-instance', 'db-standby', 'network-interface']);

/** The node a hop happens at; an address that a gateway cannot translate is named by its interface and fails at the gateway. */
function nodeOfHop({ scene, containers }: Ends, { step, resource }: Hop): string | undefined {
  const key = HOPS_AT_NODES.has(step) ? nodeKeyOf(containers, resource) : undefined;
  const node = key === undefined ? undefined : scene.byKey.get(key);
  const isElsewhere = node !== undefined && (step === 'gateway' || step === 'translate') && MACHINES.has(node.kind);
  return node === undefined || node.shape === 'box' || isElsewhere ? undefined : key;
}

interface Draft {
  readonly stations: Station[];
  readonly hops: PlacedHop[];
  /** Hops since the last station, which are placed once the next one is known. */
  waiting: Hop[];
}

const isInSubnet = (scene: Scene, station: Station | undefined): boolean => {
  const node = station && 'key' in station ? scene.byKey.get(station.key) : undefined;
  return node?.parent !== undefined && scene.byKey.get(node.parent)?.kind === 'subnet';
};

const LEAVING = new Set<Spot>(['leave-node', 'leave-subnet', 'on-way']);

/** Where a hop without a station happens. Filters before the route belong to who sends, those after it to who receives. */
function spotOf(scene: Scene, { step, resource }: Hop, { isLeaving, isFromSubnet }: { readonly isLeaving: boolean; readonly isFromSubnet: boolean }): Spot {
  switch (step) {
    case 'route':
      return isFromSubnet ? 'leave-subnet' : 'on-way';
    case 'security-group':
      return isLeaving ? 'leave-node' : 'enter-node';
    case 'network-acl':
      return isLeaving ? 'leave-subnet' : 'enter-subnet';
    default:
      return scene.byKey.get(resource)?.kind === 'vpc' ? 'cross-vpc' : 'enter-node';
  }
}

/** Hops since the last station; where stations were put in between, what belongs to the receiver is in the last gap. */
function placeWaiting(scene: Scene, draft: Draft, { next, between }: { readonly next: Station | undefined; readonly between: number }): void {
  const gap = Math.max(0, draft.stations.length - 1);
  const isFromSubnet = isInSubnet(scene, draft.stations.at(-1));
  let isLeaving = isFromSubnet || !isInSubnet(scene, next);
  for (const hop of draft.waiting) {
    if (hop.step === 'route') isLeaving = false;
    const spot = spotOf(scene, hop, { isLeaving, isFromSubnet });
    draft.hops.push({ hop, gap: LEAVING.has(spot) ? gap : gap + between, spot });
  }
  draft.waiting = [];
}

function addStation(scene: Scene, draft: Draft, station: Station): void {
  const last = draft.stations.at(-1);
  const between = isSame(last, station) ? [] : stationsBetween(scene, last, station);
  placeWaiting(scene, draft, { next: station, between: between.length });
  if (!isSame(last, station)) draft.stations.push(...between, station);
}

function placeAtStation(draft: Draft, hop: Hop): void {
  const isFirst = draft.stations.length < 2;
  draft.hops.push({ hop, gap: Math.max(0, draft.stations.length - 2), spot: isFirst ? 'leave-node' : 'enter-node' });
}

/** The node of something that is not modelled and ends what can be said: the way leads there and no further. */
function nodeOfUnmodelled({ scene }: Ends, hop: Hop, blockers: readonly Blocker[]): string | undefined {
  if (hop.passed !== false) return undefined;
  const blocker = blockers.find(({ code, resource }) => (code === 'X_NOT_MODELLED' || code === 'UNSUPPORTED_COMPONENT') && scene.byKey.get(resource)?.shape === 'card');
  return blocker?.resource;
}

interface LegEnds {
  readonly from: Station | undefined;
  readonly to: Station | undefined;
  readonly blockers: readonly Blocker[];
}

/** Turns the hops of a leg into stations, from one end of the question to the other. */
function stationLeg(ends: Ends, path: LegPath, { from, to, blockers }: LegEnds): StationedLeg {
  const { scene } = ends;
  const draft: Draft = { stations: from ? [from] : [], hops: [], waiting: [] };
  for (const hop of path.hops) {
    const key = nodeOfHop(ends, hop) ?? nodeOfUnmodelled(ends, hop, blockers);
    if (key === undefined) {
      draft.waiting.push(hop);
      continue;
    }
    addStation(scene, draft, { key });
    placeAtStation(draft, hop);
  }
  if (to) addStation(scene, draft, to);
  else placeWaiting(scene, draft, { next: undefined, between: 0 });
  return { leg: path.leg, stations: draft.stations, hops: draft.hops };
}

/** The legs of a diagnosis as the nodes of a scene they pass, the reply from the target back to who asked. */
export function stationLegs(design: Design, scene: Scene, { question, paths, blockers }: Diagnosis): readonly StationedLeg[] {
  const ends: Ends = { design, scene, containers: findShownContainers(design) };
  const [source, target] = [findEnd(ends, question.from), findEnd(ends, question.to)];
  return paths.map((path) => {
    const [from, to] = path.leg === 'request' ? [source, target] : [target, source];
    return stationLeg(ends, path, { from, to, blockers: blockers.filter(({ leg }) => leg === path.leg) });
  });
}
