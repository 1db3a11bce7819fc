import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import { orderNodes } from './order-nodes.ts';
import { placeResources } from './place-resources.ts';

/** The resources that are chips, lines or rows of the inspector and never a node of the canvas. */
export const kindsWithoutNode = [
  'route-table',
  'network-acl',
  'security-group',
  'vpn-connection',
  'transit-gateway-route-table',
  'transit-gateway-attachment',
  'virtual-interface',
  'prefix-list',
  'target-group',
  'db-subnet-group',
  'elastic-ip',
  'iam-role',
] as const satisfies readonly ResourceKind[];

export type NodeKind = Exclude<ResourceKind, (typeof kindsWithoutNode)[number]> | 'zone' | 'db-standby';

/** One node of the canvas and the container it stands in; without `parent` it stands on the canvas itself. */
export interface ContainedNode {
  /** Id of the resource, `zone:<vpc>:<zone>` or `standby:<DB instance>`; also its key in the layout. */
  readonly key: string;
  readonly kind: NodeKind;
  /** `undefined` for zones; the DB instance for a standby. */
  readonly resource: ResourceId | undefined;
  readonly parent: string | undefined;
  /** In drawing order: zones by name, subnets by address, the rest by name. */
  readonly children: readonly string[];
  /** 0 on the canvas itself. */
  readonly level: number;
  /** An attached internet or virtual private gateway: its middle lies on the border of `parent`. */
  readonly astride: boolean;
}

export interface Containers {
  /** Every node, a container before what it contains. */
  readonly nodes: ReadonlyMap<string, ContainedNode>;
  readonly roots: readonly string[];
  /** Network interfaces, and parts of transit gateways, that have no node of their own, and the key of the node that stands for them. */
  readonly carriers: ReadonlyMap<string, string>;
  /** Nodes that belong together across containers: an interface and what it is attached to. */
  readonly attachments: readonly { readonly interface: string; readonly to: string }[];
  readonly vpnConnections: readonly ResourceId[];
  /** Subnets that a DB subnet group names. */
  readonly databaseSubnets: ReadonlySet<string>;
}

const known = new WeakMap<Design['resources'], Containers>();

/**
 * Who contains whom on the canvas: Region, VPC, zone, subnet and what stands in them; the internet, on-premises networks
 * and clients outside. A node whose container is not in the design stands in the nearest one that is. Made once for the
 * same resources.
 */
export function findContainers(design: Design): Containers {
  const before = known.get(design.resources);
  if (before) return before;
  const containers = orderNodes(design, placeResources(design));
  known.set(design.resources, containers);
  return containers;
}

/** The key of the node that shows a resource: its own, or that of the node that stands for it. */
export function nodeKeyOf(containers: Containers, resource: string): string | undefined {
  if (containers.nodes.has(resource)) return resource;
  return containers.carriers.get(resource);
}

/** The containers around a node, from the innermost to the one on the canvas. */
export function containersAround(containers: Containers, key: string): readonly string[] {
  const around: string[] = [];
  let parent = containers.nodes.get(key)?.parent;
  while (parent !== undefined) {
    around.push(parent);
    parent = containers.nodes.get(parent)?.parent;
  }
  return around;
}
