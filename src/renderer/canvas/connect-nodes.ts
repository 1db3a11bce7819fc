import type { EditResult } from '@core/editing/edit-result.ts';
import { addPart } from '@core/editing/add-part.ts';
import { associateDirectConnect, joinByDirectConnect } from '@core/editing/direct-connect.ts';
import { moveResource } from '@core/editing/move-resource.ts';
import { attachToTransitGateway, peerTransitGateways } from '@core/editing/transit-gateways.ts';
import { peerVpcs } from '@core/editing/vpc-peering.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type RandomSource, type ResourceId } from '@core/model/ids.ts';
import type { ResourceKind } from '@core/model/resources/index.ts';

/** What joining two nodes means: a change of the network, or a question. */
export type Connection =
  { readonly kind: 'edit'; readonly result: EditResult } | { readonly kind: 'question'; readonly from: ResourceId; readonly to: ResourceId };

const BORDER_GATEWAYS: ReadonlySet<ResourceKind> = new Set(['internet-gateway', 'egress-only-internet-gateway', 'virtual-private-gateway']);

/** The gateway among two ends of which the other is a VPC. */
function gatewayAtVpc(design: Design, [a, b]: readonly [ResourceId, ResourceId]): { readonly vpc: ResourceId; readonly gateway: ResourceId } | undefined {
  const isGateway = (id: ResourceId): boolean => BORDER_GATEWAYS.has(design.resources[id]?.kind ?? 'unmodelled');
  if (design.resources[a]?.kind === 'vpc' && isGateway(b)) return { vpc: a, gateway: b };
  return design.resources[b]?.kind === 'vpc' && isGateway(a) ? { vpc: b, gateway: a } : undefined;
}

const isVpc = (design: Design, id: ResourceId): boolean => design.resources[id]?.kind === 'vpc';

/** The virtual private gateway or transit gateway among two ends of which the other is a customer gateway. */
function gatewayOfVpn(design: Design, ends: readonly [ResourceId, ResourceId]): ResourceId | undefined {
  const kinds = ends.map((id) => design.resources[id]?.kind);
  return kinds.includes('customer-gateway') ? ends[kinds.findIndex((kind) => kind === 'virtual-private-gateway' || kind === 'transit-gateway')] : undefined;
}

/** Of two ends the one of the first kind and the one of the second, in whatever order they were joined. */
function pairOf(design: Design, [a, b]: readonly [ResourceId, ResourceId], kinds: readonly [ResourceKind, ResourceKind]): readonly [ResourceId, ResourceId] | undefined {
  const isPair = (one: ResourceId, other: ResourceId): boolean => design.resources[one]?.kind === kinds[0] && design.resources[other]?.kind === kinds[1];
  if (isPair(a, b)) return [a, b];
  return isPair(b, a) ? [b, a] : undefined;
}

/** What joining a transit gateway or a Direct Connect gateway with something does. */
function joinTransit(design: Design, ends: readonly [ResourceId, ResourceId], random: RandomSource): EditResult | undefined {
  const attached = pairOf(design, ends, ['transit-gateway', 'vpc']);
  if (attached) return attachToTransitGateway(design, { gateway: attached[0], vpc: attached[1], random });
  const peers = pairOf(design, ends, ['transit-gateway', 'transit-gateway']);
  if (peers) return peerTransitGateways(design, { from: peers[0], to: peers[1], random });
  for (const kind of ['transit-gateway', 'virtual-private-gateway'] as const) {
    const joined = pairOf(design, ends, ['direct-connect-gateway', kind]);
    if (joined) return associateDirectConnect(design, { directConnectGateway: joined[0], gateway: joined[1], random });
  }
  for (const kind of ['direct-connect-gateway', 'virtual-private-gateway'] as const) {
    const line = pairOf(design, ends, [kind, 'on-premises-network']);
    if (line) return joinByDirectConnect(design, { gateway: line[0], onPremises: line[1], random });
  }
  return undefined;
}

/**
 * Joins two nodes: a gateway and a VPC are attached, a virtual private gateway and a customer gateway get a VPN
 * connection, two VPCs are peered, a VPC is attached to a transit gateway, and Direct Connect joins its ends. Between any other two it is asked whether the first reaches the second.
 */
export function connectNodes(design: Design, ends: readonly [from: string, to: string], random: RandomSource): Connection {
  const [from, to] = [asResourceId(ends[0]), asResourceId(ends[1])];
  const vpnGateway = gatewayOfVpn(design, [from, to]);
  if (vpnGateway !== undefined) return { kind: 'edit', result: addPart(design, { part: 'vpn-connection', container: vpnGateway, random }) };
  if (isVpc(design, from) && isVpc(design, to)) return { kind: 'edit', result: peerVpcs(design, { requester: from, accepter: to, random }) };
  const joined = joinTransit(design, [from, to], random);
  if (joined) return { kind: 'edit', result: joined };
  const pair = gatewayAtVpc(design, [from, to]);
  if (pair) return { kind: 'edit', result: moveResource(design, { resource: pair.gateway, container: pair.vpc, random }) };
  return { kind: 'question', from, to };
}
