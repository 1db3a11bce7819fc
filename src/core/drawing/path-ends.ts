import type { Design } from '../model/design.ts';
import { nodeKeyOf, type Containers } from './containers.ts';
import type { Scene, SceneNode } from './scene.ts';

/** An end of a path that is not drawn: only its word stands at the end of the line. */
export const outsideWords = { internet: 'Internet', 'on-premises': 'On-premises' } as const;
export type OutsideWord = keyof typeof outsideWords;

/** A node that a leg passes; `outside` where the end is not drawn. */
export type Station = { readonly key: string } | { readonly outside: OutsideWord };

/** What the ends of a question are looked up in. */
export interface Ends {
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
  const line = scene.lines.find(({ kind, to, resource }) => (kind === 'vpn' || kind === 'direct-connect') && (to === gateway || resource === gateway));
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
export function findEnd(ends: Ends, text: string): Station | undefined {
  const { scene, containers } = ends;
  if (INTERNET.test(text)) return findInternet(scene, text);
  const gateway = ON_PREMISES.exec(text)?.[1];
  if (gateway !== undefined) return findFarEnd(scene, gateway);
  const own = nodeKeyOf(containers, text) ?? scene.nodes.find((node) => node.title === text && node.shape !== 'box')?.key;
  const address = ADDRESS.exec(text)?.[1];
  const key = own ?? (address === undefined ? undefined : findHolder(ends, address));
  return key === undefined ? undefined : { key };
}

const OUTSIDE = new Set<SceneNode['kind']>(['internet', 'client', 'customer-gateway']);

/** What the lines say comes next on the way in: the internet or an office's gateway, then the gateway of a VPC. */
function nextInwards(scene: Scene, key: string): readonly string[] {
  const next = scene.lines.filter(({ kind, from }) => from === key && (kind === 'internet' || kind === 'vpn' || kind === 'direct-connect')).map(({ to }) => to);
  const node = scene.byKey.get(key);
  if (node?.kind !== 'client' || node.parent === undefined) return next;
  const { parent } = node;
  return [...next, ...scene.nodes.filter((other) => other.kind === 'customer-gateway' && other.parent === parent).map((other) => other.key)];
}

/** Every way from something outside to the gateway of a VPC, without its start. */
function waysIn(scene: Scene, key: string): readonly (readonly string[])[] {
  return nextInwards(scene, key).flatMap((next): readonly (readonly string[])[] => {
    if (scene.byKey.get(next)?.shape === 'gate') return [[next]];
    return waysIn(scene, next).map((rest) => [next, ...rest]);
  });
}

function isInside(scene: Scene, key: string, container: string | undefined): boolean {
  for (let at: string | undefined = key; at !== undefined; at = scene.byKey.get(at)?.parent) if (at === container) return true;
  return false;
}

/** What stands on the way from outside to a node though no hop names it; the node itself is left out. */
function wayTo(scene: Scene, outside: string, inside: string): readonly string[] {
  const way = waysIn(scene, outside).find((keys) => {
    const gate = scene.byKey.get(keys.at(-1) ?? '');
    return gate?.key === inside || isInside(scene, inside, gate?.parent);
  });
  return (way ?? []).filter((key) => key !== inside);
}

const nodeAt = (scene: Scene, station: Station | undefined): SceneNode | undefined => (station && 'key' in station ? scene.byKey.get(station.key) : undefined);

/** What lies between two stations though no hop names it: the drawn internet, the office's gateway, the VPC's. */
export function stationsBetween(scene: Scene, from: Station | undefined, to: Station): readonly Station[] {
  const [a, b] = [nodeAt(scene, from), nodeAt(scene, to)];
  if (!a || !b || OUTSIDE.has(a.kind) === OUTSIDE.has(b.kind)) return [];
  const keys = OUTSIDE.has(a.kind) ? wayTo(scene, a.key, b.key) : [...wayTo(scene, b.key, a.key)].reverse();
  return keys.map((key) => ({ key }));
}
