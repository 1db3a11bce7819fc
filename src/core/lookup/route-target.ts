import { attachmentOfVpc, isTransitGatewayGone, isUsableAttachment, type AttachmentEntry } from './transit-gateways.ts';
import { isGone } from '../model/life-cycle.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Route, VpcEndpoint, VpcPeeringConnection } from '../model/resources/index.ts';
import { isEnded, peeringFrom, type PeeringEnd } from './vpc-peerings.ts';
import type { InterfaceEntry, Lookup, NatGatewayEntry, VpcEntry } from './entries.ts';

/** Why a route drops what it matches; `marked`: AWS says so, though the design holds its target. */
export type BlackholeReason = 'state' | 'marked' | 'missing' | 'detached' | 'elsewhere' | 'deleted' | 'no-interface';

/** What a route's target is, for the VPC of its table. */
export type RouteTarget =
  | { readonly kind: 'local' }
  | { readonly kind: 'internet-gateway'; readonly id: ResourceId }
  | { readonly kind: 'egress-only-internet-gateway'; readonly id: ResourceId }
  | { readonly kind: 'nat-gateway'; readonly id: ResourceId; readonly entry: NatGatewayEntry }
  | { readonly kind: 'virtual-private-gateway'; readonly id: ResourceId }
  | { readonly kind: 'network-interface'; readonly id: ResourceId; readonly entry: InterfaceEntry }
  | { readonly kind: 'vpc-peering-connection'; readonly id: ResourceId; readonly near: PeeringEnd; readonly far: PeeringEnd }
  | { readonly kind: 'transit-gateway'; readonly id: ResourceId; readonly attachment: AttachmentEntry }
  | { readonly kind: 'vpc-endpoint'; readonly id: ResourceId; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'unmodelled'; readonly id: ResourceId; readonly type: string }
  | { readonly kind: 'blackhole'; readonly id: ResourceId; readonly reason: BlackholeReason };

const TYPE_OF_PREFIX: readonly (readonly [prefix: string, type: string])[] = [
  ['igw-', 'internet-gateway'],
  ['eigw-', 'egress-only-internet-gateway'],
  ['nat-', 'nat-gateway'],
  ['vgw-', 'virtual-private-gateway'],
  ['eni-', 'network-interface'],
  ['i-', 'instance'],
  ['pcx-', 'vpc-peering-connection'],
  ['tgw-', 'transit-gateway'],
  ['vpce-', 'vpc-endpoint'],
  ['lgw-', 'local-gateway'],
  ['cagw-', 'carrier-gateway'],
];

/** AWS's word for the kind of a target, from the prefix of its id; `resource` where the prefix says nothing. */
export function typeOfTarget(id: string): string {
  return TYPE_OF_PREFIX.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'resource';
}

const blackhole = (id: ResourceId, reason: BlackholeReason): RouteTarget => ({ kind: 'blackhole', id, reason });

/** A target that the design does not hold: AWS's own word on the route decides, and without one it is gone. */
function resolveAbsent(lookup: Lookup, vpc: VpcEntry, route: Route & { readonly target: ResourceId }): RouteTarget {
  const id = route.target;
  if (route.state === 'blackhole') return blackhole(id, 'state');
  if (vpc.internetGateways.includes(id)) return { kind: 'internet-gateway', id };
  const isImported = lookup.design.snapshot !== undefined && route.state === 'active';
  return isImported ? { kind: 'unmodelled', id, type: typeOfTarget(id) } : blackhole(id, 'missing');
}

/** AWS's own word in a snapshot; in a drawn design the target itself tells. */
const isMarked = (lookup: Lookup, route: Route): boolean => route.state === 'blackhole' && lookup.design.snapshot !== undefined;

interface AttachedGateway {
  readonly id: ResourceId;
  readonly kind: 'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway';
  readonly attachedTo: ResourceId | undefined;
}

function resolveGateway({ id, kind, attachedTo }: AttachedGateway, here: { readonly vpc: VpcEntry; readonly isMarked: boolean }): RouteTarget {
  if (attachedTo === here.vpc.id) return here.isMarked ? blackhole(id, 'marked') : { kind, id };
  return blackhole(id, attachedTo === undefined ? 'detached' : 'elsewhere');
}

function resolveNatGateway(lookup: Lookup, vpc: VpcEntry, route: Route & { readonly target: ResourceId }): RouteTarget {
  const id = route.target;
  const entry = lookup.natGateways.get(id);
  if (!entry || entry.value.state === 'deleted') return blackhole(id, 'deleted');
  if (isMarked(lookup, route)) return blackhole(id, 'marked');
  return entry.vpc?.id === vpc.id ? { kind: 'nat-gateway', id, entry } : blackhole(id, 'elsewhere');
}

/** A route to a peering that is not active is a blackhole until it is (Peering Guide, vpc-peering-routing). */
function resolvePeering(lookup: Lookup, vpc: VpcEntry, given: { readonly id: ResourceId; readonly peering: VpcPeeringConnection; readonly route: Route }): RouteTarget {
  const { id, peering, route } = given;
  if (isEnded(peering)) return blackhole(id, 'deleted');
  const ends = peeringFrom(lookup, peering, vpc.id);
  if (!ends) return blackhole(id, 'elsewhere');
  return peering.state === 'active' && route.state !== 'blackhole' ? { kind: 'vpc-peering-connection', id, ...ends } : blackhole(id, 'state');
}

/** A route to a transit gateway needs an attachment of the VPC (Transit Gateway guide, tgw-vpc-attachments). */
function resolveTransitGateway(lookup: Lookup, vpc: VpcEntry, route: Route & { readonly target: ResourceId }): RouteTarget {
  const id = route.target;
  if (isTransitGatewayGone(lookup, id)) return blackhole(id, 'deleted');
  const attachment = attachmentOfVpc(lookup, vpc.id, id);
  if (attachment && isUsableAttachment(attachment)) return isMarked(lookup, route) ? blackhole(id, 'marked') : { kind: 'transit-gateway', id, attachment };
  if (attachment || route.state === 'blackhole') return blackhole(id, 'state');
  // AWS calls a route active only while its target is attached: the snapshot lacks the attachment.
  const isImported = lookup.design.snapshot !== undefined && route.state === 'active';
  return isImported ? { kind: 'unmodelled', id, type: 'transit-gateway' } : blackhole(id, 'detached');
}

/** Routes lead to gateway endpoints and Gateway Load Balancer endpoints of their own VPC, never to an interface endpoint. */
function resolveEndpointTarget(vpc: VpcEntry, { id, endpoint, route }: { readonly id: ResourceId; readonly endpoint: VpcEndpoint; readonly route: Route }): RouteTarget {
  if (endpoint.vpc !== vpc.id) return blackhole(id, 'elsewhere');
  if (isGone(endpoint)) return blackhole(id, 'deleted');
  if (route.state === 'blackhole') return blackhole(id, 'state');
  return endpoint.type === 'interface' ? blackhole(id, 'missing') : { kind: 'vpc-endpoint', id, endpoint };
}

function resolveInterface(entry: InterfaceEntry | undefined, vpc: VpcEntry, id: ResourceId): RouteTarget {
  if (!entry) return blackhole(id, 'no-interface');
  return entry.subnet.vpc.id === vpc.id ? { kind: 'network-interface', id: entry.id, entry } : blackhole(id, 'elsewhere');
}

/**
 * What the target of a route is for the VPC of its table. A target that was deleted, detached or attached elsewhere is a
 * blackhole, as in AWS (VPC User Guide, WorkWithRouteTables).
 */
export function resolveTarget(lookup: Lookup, vpc: VpcEntry, route: Route): RouteTarget {
  if (route.target === 'local') return { kind: 'local' };
  const id = route.target;
  const resource = lookup.resource(id);
  if (!resource) return resolveAbsent(lookup, vpc, { ...route, target: id });
  switch (resource.kind) {
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'virtual-private-gateway':
      return resolveGateway({ id, kind: resource.kind, attachedTo: resource.vpc }, { vpc, isMarked: isMarked(lookup, route) });
    case 'nat-gateway':
      return resolveNatGateway(lookup, vpc, { ...route, target: id });
    case 'transit-gateway':
      return resolveTransitGateway(lookup, vpc, { ...route, target: id });
    case 'vpc-peering-connection':
      return resolvePeering(lookup, vpc, { id, peering: resource, route });
    case 'network-interface':
      if (route.state === 'blackhole') return blackhole(id, 'state');
      return resolveInterface(lookup.interfaces.get(id), vpc, id);
    case 'instance':
      if (route.state === 'blackhole') return blackhole(id, 'state');
      return resolveInterface(lookup.instances.get(id)?.interfaces[0], vpc, id);
    case 'vpc-endpoint':
      return resolveEndpointTarget(vpc, { id, endpoint: resource, route });
    case 'unmodelled':
      return route.state === 'blackhole' ? blackhole(id, 'state') : { kind: 'unmodelled', id, type: resource.type };
    default:
      return blackhole(id, 'missing');
  }
}
