import { isGone } from '../../../model/life-cycle.ts';
import { nextRowId, type ResourceId } from '../../../model/ids.ts';
import type { OnPremisesNetwork, TransitGatewayAttachment, VirtualInterface, VpnConnection } from '../../../model/resources/index.ts';
import type { Draft } from '../draft.ts';

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** The destinations that a gateway has propagated into the route tables. */
function propagatedBy(draft: Draft, gateway: string): readonly string[] {
  const routes = draft.all('route-table').flatMap(([, table]) => Object.values(table.routes));
  return routes.flatMap((route) => (route.origin === 'propagated' && route.target === gateway ? [route.destination] : []));
}

/** The destinations that the tables of a transit gateway learnt through the attachments of something. */
function learntFrom(draft: Draft, isOf: (attachment: TransitGatewayAttachment) => boolean): readonly string[] {
  const attachments = new Set<string>(draft.all('transit-gateway-attachment').flatMap(([id, value]) => (isOf(value) ? [id] : [])));
  const routes = draft.all('transit-gateway-route-table').flatMap(([, table]) => Object.values(table.routes));
  return routes.flatMap(({ origin, attachment, destination }) => (origin === 'propagated' && attachment !== undefined && attachments.has(attachment) ? [destination] : []));
}

function learntByTransit(draft: Draft, gateway: ResourceId, connection: VpnConnection): readonly string[] {
  const [id] = draft.all('vpn-connection').find(([, value]) => value === connection) ?? [];
  return id === undefined || draft.get(gateway, 'virtual-private-gateway') ? [] : learntFrom(draft, ({ vpnConnection }) => vpnConnection === id);
}

/** What Direct Connect leads to: what its gateway, or the transit gateways it is attached to, learnt from it. */
function blocksBehindInterface(draft: Draft, value: VirtualInterface): readonly string[] {
  const { gateway } = value;
  if (gateway === undefined) return [];
  const hasVpn = draft.all('vpn-connection').some(([, connection]) => connection.gateway === gateway);
  return [...(hasVpn ? [] : propagatedBy(draft, gateway)), ...learntFrom(draft, ({ directConnectGateway }) => directConnectGateway === gateway)];
}

/**
 * The blocks that one connection leads to: its static routes, and with BGP what its gateway propagated and no static
 * connection of the same gateway explains.
 */
function blocksBehind(draft: Draft, connection: VpnConnection, all: readonly VpnConnection[]): readonly string[] {
  const own = Object.values(connection.staticRoutes).map(({ cidr }) => cidr);
  if (connection.routing === 'static' || connection.gateway === undefined) return own;
  const neighbours = all.filter(({ gateway, routing }) => gateway === connection.gateway && routing === 'static');
  const explained = new Set(neighbours.flatMap((one) => Object.values(one.staticRoutes).map(({ cidr }) => cidr)));
  return [...own, ...learntByTransit(draft, connection.gateway, connection), ...propagatedBy(draft, connection.gateway).filter((cidr) => !explained.has(cidr))];
}

function withBlocks(network: OnPremisesNetwork, blocks: readonly string[]): OnPremisesNetwork {
  const cidrs = { ...network.cidrs };
  for (const cidr of new Set(blocks)) {
    if (!EVERYWHERE.includes(cidr) && !cidr.startsWith('pl-')) cidrs[nextRowId('cidr', cidrs)] = { cidr };
  }
  return { ...network, cidrs };
}

/** Gives the network behind every customer gateway the blocks its VPN connections lead to. */
export function findOnPremisesBlocks(draft: Draft): void {
  const connections = draft.all('vpn-connection').map(([, connection]) => connection).filter((value) => !isGone(value));
  const blocksOf = (gateway: ResourceId): readonly string[] =>
    connections.filter(({ customerGateway }) => customerGateway === gateway).flatMap((connection) => blocksBehind(draft, connection, connections));
  for (const [id, gateway] of draft.all('customer-gateway')) {
    if (gateway.onPremises !== undefined) draft.change(gateway.onPremises, 'on-premises-network', (network) => withBlocks(network, blocksOf(id)));
  }
  for (const [, value] of draft.all('virtual-interface')) {
    if (value.onPremises !== undefined) draft.change(value.onPremises, 'on-premises-network', (network) => withBlocks(network, blocksBehindInterface(draft, value)));
  }
}
