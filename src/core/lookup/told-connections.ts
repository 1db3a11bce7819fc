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

/** The calls that a snapshot lacks to tell whether anything leads on from a gateway; none for one that was drawn. */
export function callsThatWouldTell({ design }: Lookup, gateway: ResourceId): readonly string[] {
  const { snapshot } = design;
  if (!snapshot || snapshot.imported?.includes(gateway) === false) return [];
  const answered = new Set(snapshot.answered ?? []);
  return ANSWERS.flatMap(([key, call]) => (answered.has(key) ? [] : [key === 'directConnectGatewayAssociations' ? `${call} --virtual-gateway-id ${gateway}` : call]));
}
