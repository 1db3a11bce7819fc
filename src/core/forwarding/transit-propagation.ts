import { formatCidr } from '../address/cidr.ts';
import { blocksBehind, isUp, interfacesAt } from '../lookup/direct-connect.ts';
import type { Lookup } from '../lookup/entries.ts';
import { findAttachment, isUsableAttachment } from '../lookup/transit-gateways.ts';
import { isGone } from '../model/life-cycle.ts';
import type { ResourceId } from '../model/ids.ts';
import type { TransitGatewayAttachment } from '../model/resources/index.ts';

/** The blocks that an attachment propagates as far as the design holds them, and whether that is all. */
export interface Propagated {
  readonly blocks: readonly string[];
  readonly isAll: boolean;
}

const NOTHING: Propagated = { blocks: [], isAll: true };

function ofVpc(lookup: Lookup, { vpc }: TransitGatewayAttachment): Propagated {
  const entry = vpc === undefined ? undefined : lookup.vpcs.get(vpc);
  return entry ? { blocks: entry.blocks.map((block) => formatCidr(block)), isAll: true } : { blocks: [], isAll: false };
}

function behindCustomerGateway(lookup: Lookup, id: ResourceId): readonly string[] {
  const customerGateway = lookup.resource(id);
  const network = customerGateway?.kind === 'customer-gateway' && customerGateway.onPremises !== undefined ? lookup.resource(customerGateway.onPremises) : undefined;
  return network?.kind === 'on-premises-network' ? Object.values(network.cidrs).map(({ cidr }) => cidr) : [];
}

/** A static VPN propagates its static routes; one with BGP what the drawn network behind it is taken to announce. */
function ofVpn(lookup: Lookup, { vpnConnection }: TransitGatewayAttachment): Propagated {
  const connection = vpnConnection === undefined ? undefined : lookup.resource(vpnConnection);
  if (connection?.kind !== 'vpn-connection') return { blocks: [], isAll: false };
  if (isGone(connection)) return NOTHING;
  if (connection.routing === 'static') return { blocks: Object.values(connection.staticRoutes).map(({ cidr }) => cidr), isAll: true };
  return { blocks: behindCustomerGateway(lookup, connection.customerGateway), isAll: false };
}

function ofDirectConnect(lookup: Lookup, { directConnectGateway }: TransitGatewayAttachment): Propagated {
  if (directConnectGateway === undefined) return { blocks: [], isAll: false };
  const up = interfacesAt(lookup, directConnectGateway).filter(isUp);
  const isAll = up.length > 0 && up.every(({ value }) => Object.keys(value.routes).length > 0);
  return { blocks: up.flatMap((entry) => blocksBehind(lookup, entry)), isAll };
}

/**
 * What an attachment propagates: a VPC its blocks, a VPN its static routes or what BGP announces, Direct Connect what comes
 * over its virtual interfaces, a peering nothing (Transit Gateway guide, tgw-peering: static routes only).
 */
export function propagatedBy(lookup: Lookup, id: ResourceId): Propagated {
  const attachment = findAttachment(lookup, id);
  if (!attachment) return { blocks: [], isAll: lookup.design.snapshot === undefined };
  if (!isUsableAttachment(attachment)) return NOTHING;
  switch (attachment.value.type) {
    case 'vpc':
      return ofVpc(lookup, attachment.value);
    case 'vpn':
      return ofVpn(lookup, attachment.value);
    case 'direct-connect-gateway':
      return ofDirectConnect(lookup, attachment.value);
    case 'connect':
      return { blocks: [], isAll: false };
    case 'peering':
      return NOTHING;
  }
}
