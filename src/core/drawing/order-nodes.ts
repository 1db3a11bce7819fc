import { compareCidrs, readCidr, type Cidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import type { Resource } from '../model/resources/index.ts';
import type { ContainedNode, Containers, NodeKind } from './containers.ts';
import { compareText, naturalKey } from './natural-order.ts';
import { parseZoneKey } from './node-keys.ts';
import type { NodePlace, Places } from './place-resources.ts';

/** Kinds in the order in which people read a container: gateways and boxes first, single interfaces and the rest last. */
const KIND_ORDER: readonly NodeKind[] = [
  'internet',
  'client',
  'on-premises-network',
  'customer-gateway',
  'direct-connect-gateway',
  'region',
  'internet-gateway',
  'egress-only-internet-gateway',
  'virtual-private-gateway',
  'transit-gateway',
  'vpc',
  'vpc-peering-connection',
  'load-balancer',
  'vpc-endpoint',
  'zone',
  'subnet',
  'instance',
  'db-instance',
  'db-standby',
  'nat-gateway',
  'network-interface',
  'unmodelled',
];
const rankOf = new Map(KIND_ORDER.map((kind, rank) => [kind, rank]));

interface Sortable {
  readonly place: NodePlace;
  readonly rank: number;
  readonly address: Cidr | undefined;
  readonly name: string;
}

function addressOf(resource: Resource | undefined): Cidr | undefined {
  if (resource?.kind !== 'subnet') return undefined;
  const block = resource.cidr ?? resource.ipv6Cidr;
  return block === undefined ? undefined : readCidr(block);
}

function describe(design: Design, place: NodePlace): Sortable {
  const resource = place.resource === undefined ? undefined : design.resources[place.resource];
  const name = resource?.name ?? parseZoneKey(place.key)?.zone ?? place.key;
  return { place, rank: rankOf.get(place.kind) ?? KIND_ORDER.length, address: addressOf(resource), name: naturalKey(name) };
}

function compareNodes(a: Sortable, b: Sortable): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  const difference = a.address && b.address ? compareCidrs(a.address, b.address) : Number(!a.address) - Number(!b.address);
  return difference || compareText(a.name, b.name) || compareText(a.place.key, b.place.key);
}

function groupByParent(design: Design, places: Places): Map<string | undefined, Sortable[]> {
  const children = new Map<string | undefined, Sortable[]>();
  for (const place of places.nodes) {
    const siblings = children.get(place.parent);
    if (siblings) siblings.push(describe(design, place));
    else children.set(place.parent, [describe(design, place)]);
  }
  for (const siblings of children.values()) if (siblings.length > 1) siblings.sort(compareNodes);
  return children;
}

/** Sorts placed nodes into the tree; a container comes before its contents. */
export function orderNodes(design: Design, places: Places): Containers {
  const children = groupByParent(design, places);
  const nodes = new Map<string, ContainedNode>();
  const visit = ({ place }: Sortable, level: number): void => {
    const inside = children.get(place.key) ?? [];
    nodes.set(place.key, {
      key: place.key,
      kind: place.kind,
      resource: place.resource,
      parent: place.parent,
      children: inside.map((child) => child.place.key),
      level,
      astride: place.astride,
    });
    for (const child of inside) visit(child, level + 1);
  };
  const roots = children.get(undefined) ?? [];
  for (const root of roots) visit(root, 0);
  const { carriers, attachments, vpnConnections, databaseSubnets } = places;
  return { nodes, roots: roots.map((root) => root.place.key), carriers, attachments, vpnConnections, databaseSubnets };
}
