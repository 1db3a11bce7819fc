import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { attachmentsOf, isUsableAttachment } from '../../lookup/transit-gateways.ts';
import type { ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from './once-per-lookup.ts';

interface TransitAttachment {
  readonly VpcId?: unknown;
  readonly TransitGatewayId?: unknown;
}

const isRecord = (value: unknown): value is TransitAttachment => typeof value === 'object' && value !== null;

function add(hubs: Map<ResourceId, Set<string>>, vpc: ResourceId, hub: string): void {
  const known = hubs.get(vpc);
  if (known) known.add(hub);
  else hubs.set(vpc, new Set([hub]));
}

function addTransitGateways(lookup: Lookup, hubs: Map<ResourceId, Set<string>>): void {
  for (const { value } of lookup.byKind.unmodelled) {
    if (value.type !== 'transit-gateway-attachment' || value.vpc === undefined || !isRecord(value.data)) continue;
    if (typeof value.data.TransitGatewayId === 'string') add(hubs, value.vpc, value.data.TransitGatewayId);
  }
}

/** The customer gateways whose VPN connections end at a transit gateway. */
const customerGatewaysAt = (lookup: Lookup, gateway: ResourceId): readonly ResourceId[] =>
  attachmentsOf(lookup, gateway).flatMap((attachment) => {
    const { vpnConnection } = attachment.value;
    const connection = vpnConnection === undefined || !isUsableAttachment(attachment) ? undefined : lookup.resource(vpnConnection);
    return connection?.kind === 'vpn-connection' ? [connection.customerGateway] : [];
  });

function addAttachments(lookup: Lookup, hubs: Map<ResourceId, Set<string>>): void {
  for (const attachment of lookup.byKind['transit-gateway-attachment']) {
    const { vpc, type, transitGateway } = attachment.value;
    if (type !== 'vpc' || vpc === undefined || !isUsableAttachment(attachment)) continue;
    for (const hub of [transitGateway, ...customerGatewaysAt(lookup, transitGateway)]) add(hubs, vpc, hub);
  }
}

function addVpnConnections(lookup: Lookup, hubs: Map<ResourceId, Set<string>>): void {
  for (const vpc of lookup.vpcs.values()) {
    for (const gateway of vpc.virtualPrivateGateways) {
      for (const { value } of lookup.vpnConnectionsOfGateway.get(gateway) ?? []) add(hubs, vpc.id, value.customerGateway);
    }
  }
}

const hubsOf = oncePerLookup((lookup) => {
  const hubs = new Map<ResourceId, Set<string>>();
  addTransitGateways(lookup, hubs);
  addAttachments(lookup, hubs);
  addVpnConnections(lookup, hubs);
  return hubs;
});

/** What connects two VPCs today: a transit gateway or a customer gateway that both hang on; `undefined` where nothing does. */
export function commonHub(lookup: Lookup, a: VpcEntry, b: VpcEntry): string | undefined {
  const others = hubsOf(lookup).get(b.id);
  return others && [...(hubsOf(lookup).get(a.id) ?? [])].find((hub) => others.has(hub));
}

/** The on-premises networks that a VPC is connected to by VPN, its own or that of its transit gateway. */
export function onPremisesNetworksOf(lookup: Lookup, vpc: VpcEntry): ReadonlySet<ResourceId> {
  const networks = new Set<ResourceId>();
  for (const hub of hubsOf(lookup).get(vpc.id) ?? []) {
    const gateway = lookup.resource(hub);
    if (gateway?.kind === 'customer-gateway' && gateway.onPremises !== undefined) networks.add(gateway.onPremises);
  }
  return networks;
}
