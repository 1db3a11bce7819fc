import type { EditResult } from '@core/editing/edit-result.ts';
import { addPart } from '@core/editing/add-part.ts';
import { moveResource } from '@core/editing/move-resource.ts';
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

/** The virtual private gateway among two ends of which the other is a customer gateway. */
function gatewayOfVpn(design: Design, ends: readonly [ResourceId, ResourceId]): ResourceId | undefined {
  const kinds = ends.map((id) => design.resources[id]?.kind);
  return kinds.includes('customer-gateway') ? ends[kinds.indexOf('virtual-private-gateway')] : undefined;
}

/**
 * Joins two nodes: a gateway and a VPC are attached, a virtual private gateway and a customer gateway get a VPN
 * connection, two VPCs are peered. Between any other two it is asked whether the first reaches the second.
 */
export function connectNodes(design: Design, ends: readonly [from: string, to: string], random: RandomSource): Connection {
  const [from, to] = [asResourceId(ends[0]), asResourceId(ends[1])];
  const vpnGateway = gatewayOfVpn(design, [from, to]);
  if (vpnGateway !== undefined) return { kind: 'edit', result: addPart(design, { part: 'vpn-connection', container: vpnGateway, random }) };
  if (isVpc(design, from) && isVpc(design, to)) return { kind: 'edit', result: peerVpcs(design, { requester: from, accepter: to, random }) };
  const pair = gatewayAtVpc(design, [from, to]);
  if (pair) return { kind: 'edit', result: moveResource(design, { resource: pair.gateway, container: pair.vpc, random }) };
  return { kind: 'question', from, to };
}
