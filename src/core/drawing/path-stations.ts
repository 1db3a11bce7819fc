import type { Diagnosis, Hop, LegPath } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import { findContainers, nodeKeyOf, type Containers } from './containers.ts';
import type { Scene, SceneNode } from './scene.ts';

/** An end of a path that is not drawn: only its word stands at the end of the line. */
export const outsideWords = { internet: 'Internet', 'on-premises': 'On-premises' } as const;
export type OutsideWord = keyof typeof outsideWords;

/** A node that a leg passes; `outside` where the end is not drawn. */
export type Station = { readonly key: string } | { readonly outside: OutsideWord };

/** Where something happens on the way from one station to the next. */
export type Spot = 'leave-node' | 'leave-subnet' | 'on-way' | 'enter-subnet' | 'enter-node';

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

interface Ends {
  readonly scene: Scene;
  readonly containers: Containers;
  readonly design: Design;
}

const INTERNET = /^internet(?::|$)/;
const ON_PREMISES = /^onprem:([^:]+)/;
const ADDRESS = /^(?:vpc-[^:]+:)?([0-9a-f.:]+)$/i;

function findInternet(scene: Scene, text: string): Station {
  const address = text.slice(text.indexOf(':') + 1);
  const client = scene.nodes.find((node) => node.kind === 'client' && node.address === address);
  const internet = client ?? scene.nodes.find((node) => node.kind === 'internet');
  return internet ? { key: internet.key } : { outside: 'internet' };
}

/** The customer gateway at the far end of a VPN that ends at this gateway or is this connection. */
function findFarEnd(scene: Scene, gateway: string): Station {
  const line = scene.lines.find(({ kind, to, resource }) => kind === 'vpn' && (to === gateway || resource === gateway));
  return line ? { key: line.from } : { outside: 'on-premises' };
}

function findHolder({ design, containers }: Ends, address: string): string | undefined {
  for (const [id, resource] of Object.entries(design.resources)) {
    if (resource.kind !== 'network-interface') continue;
    if (Object.values(resource.addresses).some((row) => row.address === address || row.public?.address === address)) return nodeKeyOf(containers, id);
  }
  return undefined;
}

/** The node of one end of a question, in the words a question may use. */
function findEnd(ends: Ends, text: string): Station | undefined {
  const { scene, containers } = ends;
  if (INTERNET.test(text)) return findInternet(scene, text);
  const gateway = ON_PREMISES.exec(text)?.[1];
  if (gateway !== undefined) return findFarEnd(scene, gateway);
  const own = nodeKeyOf(containers, text) ?? scene.nodes.find((node) => node.title === text && node.shape !== 'box')?.key;
  const address = ADDRESS.exec(text)?.[1];
  const key = own ?? (address === undefined ? undefined : findHolder(ends, address));
  return key === undefined ? undefined : { key };
}

const isSame = (a: Station | undefined, b: Station): boolean =>
  a !== undefined && ('key' in a ? 'key' in b && a.key === b.key : 'outside' in b && a.outside === b.outside);

const nodeAt = (scene: Scene, station: Station | undefined): SceneNode | undefined => (station && 'key' in station ? scene.byKey.get(station.key) : undefined);

/** What lies between two stations though no hop names it: the drawn internet before a gateway, the office's own gateway. */
function between(scene: Scene, from: Station | undefined, to: Station): readonly Station[] {
  const [a, b] = [nodeAt(scene, from), nodeAt(scene, to)];
  if (!a || !b) return [];
  const linked = (kind: string, one: string, other: string): boolean =>
    scene.lines.some((line) => line.kind === kind && line.from === one && line.to === other);
  const client = a.kind === 'client' ? a : b.kind === 'client' ? b : undefined;
  const gateway = a.kind === 'client' ? b : a;
  if (!client) return [];
  const middle = scene.nodes.find(
    (node) =>
      (node.kind === 'internet' && linked('internet', client.key, node.key) && linked('internet', node.key, gateway.key)) ||
      (node.kind === 'customer-gateway' && node.parent === client.parent && client.parent !== undefined && linked('vpn', node.key, gateway.key)),
  );
  return middle ? [{ key: middle.key }] : [];
}

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
  const node = nodeAt(scene, station);
  return node?.parent !== undefined && scene.byKey.get(node.parent)?.kind === 'subnet';
};

/** Filters before the route belong to who sends, those after it to who receives. */
function placeWaiting(scene: Scene, draft: Draft, next: Station | undefined): void {
  const gap = Math.max(0, draft.stations.length - 1);
  const from = draft.stations.at(-1);
  let isLeaving = isInSubnet(scene, from) || !isInSubnet(scene, next);
  for (const hop of draft.waiting) {
    if (hop.step === 'route') isLeaving = false;
    const spots: Readonly<Partial<Record<Hop['step'], Spot>>> = {
      route: isInSubnet(scene, from) ? 'leave-subnet' : 'on-way',
      'security-group': isLeaving ? 'leave-node' : 'enter-node',
      'network-acl': isLeaving ? 'leave-subnet' : 'enter-subnet',
    };
    draft.hops.push({ hop, gap, spot: spots[hop.step] ?? 'enter-node' });
  }
  draft.waiting = [];
}

function addStation(scene: Scene, draft: Draft, station: Station): void {
  placeWaiting(scene, draft, station);
  const last = draft.stations.at(-1);
  if (isSame(last, station)) return;
  draft.stations.push(...between(scene, last, station), station);
}

/** Turns the hops of a leg into stations, from one end of the question to the other. */
function stationLeg(ends: Ends, path: LegPath, [from, to]: readonly [Station | undefined, Station | undefined]): StationedLeg {
  const { scene } = ends;
  const draft: Draft = { stations: from ? [from] : [], hops: [], waiting: [] };
  for (const hop of path.hops) {
    const key = nodeOfHop(ends, hop);
    if (key === undefined) {
      draft.waiting.push(hop);
      continue;
    }
    addStation(scene, draft, { key });
    const isFirst = draft.stations.length < 2;
    draft.hops.push({ hop, gap: Math.max(0, draft.stations.length - 2), spot: isFirst ? 'leave-node' : 'enter-node' });
  }
  if (to) addStation(scene, draft, to);
  else placeWaiting(scene, draft, undefined);
  return { leg: path.leg, stations: draft.stations, hops: draft.hops };
}

/** The legs of a diagnosis as the nodes of a scene they pass, the reply from the target back to who asked. */
export function stationLegs(design: Design, scene: Scene, diagnosis: Diagnosis): readonly StationedLeg[] {
  const ends: Ends = { design, scene, containers: findContainers(design) };
  const { from, to } = diagnosis.question;
  const [source, target] = [findEnd(ends, from), findEnd(ends, to)];
  return diagnosis.paths.map((path) => stationLeg(ends, path, path.leg === 'request' ? [source, target] : [target, source]));
}
