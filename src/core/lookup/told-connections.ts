import type { ResourceId } from '../model/ids.ts';
import type { Lookup } from './entries.ts';

/**
 * The answers of AWS that together name every way on from a virtual private gateway, by their top-level keys: a VPN connection,
 * a virtual interface of its own, a Direct Connect gateway of this or another account
 * (Direct Connect API, DescribeDirectConnectGatewayAssociations, `virtualGatewayId`).
 */
const ANSWERS: readonly (readonly [key: string, call: string])[] = [
  ['VpnConnections', 'aws ec2 describe-vpn-connections'],
  ['virtualInterfaces', 'aws directconnect describe-virtual-interfaces'],
  ['directConnectGatewayAssociations', 'aws directconnect describe-direct-connect-gateway-associations'],
];

/** Whether an answer of AWS that may name an imported resource is not in the snapshot; what was drawn is named by what is drawn. */
const isUntold = ({ design: { snapshot } }: Lookup, resource: ResourceId, key: string): boolean => snapshot !== undefined && snapshot.imported?.includes(resource) !== false && snapshot.answered?.includes(key) !== true;

/** Whether a snapshot lacks the VPN connections that may name a gateway. */
export const lacksVpnConnections = (lookup: Lookup, gateway: ResourceId): boolean => isUntold(lookup, gateway, 'VpnConnections');

/** The calls that a snapshot lacks to tell whether anything leads on from a gateway; none for one that was drawn. */
export const callsThatWouldTell = (lookup: Lookup, gateway: ResourceId): readonly string[] =>
  ANSWERS.filter(([key]) => isUntold(lookup, gateway, key)).map(([key, call]) => (key === 'directConnectGatewayAssociations' ? `${call} --virtual-gateway-id ${gateway}` : call));
