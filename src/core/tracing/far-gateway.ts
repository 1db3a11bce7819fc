import { isUp } from '../lookup/direct-connect.ts';
import type { Lookup } from '../lookup/entries.ts';
import { isGone } from '../model/life-cycle.ts';
import type { ResourceId } from '../model/ids.ts';
import type { VpnConnection } from '../model/resources/index.ts';

/** The gateway traffic from on-premises comes in by, and what brings it there where that is known. */
export interface FarGateway {
  readonly gateway: ResourceId;
  readonly via?: ResourceId;
}

/** AWS's end of a VPN connection: the gateway it names, or the transit gateway it is attached to. */
function gatewayOfConnection(lookup: Lookup, id: ResourceId, { gateway }: VpnConnection): ResourceId | undefined {
  return gateway ?? lookup.byKind['transit-gateway-attachment'].find(({ value }) => value.vpnConnection === id)?.value.transitGateway;
}

/** The gateway that a VPN connection or virtual interface leads to, or that an id names itself; `undefined` where it leads to none. */
export function findFarGateway(lookup: Lookup, id: ResourceId): FarGateway | undefined {
  const resource = lookup.resource(id);
  if (resource?.kind === 'vpn-connection') {
    const gateway = gatewayOfConnection(lookup, id, resource);
    return gateway === undefined ? undefined : { gateway, via: id };
  }
  if (resource?.kind === 'virtual-interface') return resource.gateway === undefined ? undefined : { gateway: resource.gateway };
  if (resource?.kind === 'transit-gateway-attachment') return { gateway: resource.transitGateway, via: id };
  return { gateway: id };
}

function byVpn(lookup: Lookup, network: ResourceId): FarGateway | undefined {
  for (const { id, value } of lookup.byKind['vpn-connection']) {
    const customerGateway = lookup.resource(value.customerGateway);
    const gateway = gatewayOfConnection(lookup, id, value);
    if (!isGone(value) && customerGateway?.kind === 'customer-gateway' && customerGateway.onPremises === network && gateway) return { gateway, via: id };
  }
  return undefined;
}

/** The gateway that a drawn on-premises network comes in by: over its VPN connection, or over Direct Connect. */
export function gatewayBehind(lookup: Lookup, network: ResourceId): FarGateway | undefined {
  const own = lookup.byKind['virtual-interface'].filter(({ value }) => value.onPremises === network && value.gateway !== undefined && value.state !== 'deleted');
  const line = own.find(isUp) ?? own[0];
  return byVpn(lookup, network) ?? (line?.value.gateway === undefined ? undefined : { gateway: line.value.gateway });
}
