import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { interfacesAt, waysTo } from '../../lookup/direct-connect.ts';
import { attachmentsOf, isUsableAttachment } from '../../lookup/transit-gateways.ts';
import { asResourceId, type ResourceId } from '../../model/ids.ts';
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

/** What Direct Connect brings to a gateway: its Direct Connect gateways, and the virtual interfaces that end at it themselves. */
const directConnectsAt = (lookup: Lookup, gateway: ResourceId): readonly ResourceId[] =>
  waysTo(lookup, gateway).flatMap((way) => (way.interfaces.length === 0 ? [] : way.gateway ? [way.gateway.id] : way.interfaces.map(({ id }) => id)));

/** A Direct Connect gateway joins its VPCs with what is on-premises, and not with each other; what is there has one way for each address. */
function addDirectConnect(lookup: Lookup, hubs: Map<ResourceId, Set<string>>): void {
  if (lookup.byKind['virtual-interface'].length === 0) return;
  for (const vpc of lookup.vpcs.values()) {
    const transit = lookup.byKind['transit-gateway-attachment'].flatMap((one) => (one.value.vpc === vpc.id && one.value.type === 'vpc' && isUsableAttachment(one) ? [one.value.transitGateway] : []));
    for (const hub of [...vpc.virtualPrivateGateways, ...transit].flatMap((gateway) => directConnectsAt(lookup, gateway))) add(hubs, vpc.id, hub);
  }
}

const hubsOf = oncePerLookup((lookup) => {
  const hubs = new Map<ResourceId, Set<string>>();
  addTransitGateways(lookup, hubs);
  addAttachments(lookup, hubs);
  addVpnConnections(lookup, hubs);
  addDirectConnect(lookup, hubs);
  return hubs;
});

/** What connects two VPCs today: a transit gateway, a customer gateway or Direct Connect that both hang on; `undefined` where nothing does. */
export function commonHub(lookup: Lookup, a: VpcEntry, b: VpcEntry): string | undefined {
  const others = hubsOf(lookup).get(b.id);
  return others && [...(hubsOf(lookup).get(a.id) ?? [])].find((hub) => others.has(hub));
}

function networksAt(lookup: Lookup, hub: ResourceId): readonly ResourceId[] {
  const found = lookup.resource(hub);
  if (found?.kind === 'direct-connect-gateway') return interfacesAt(lookup, hub).flatMap(({ value }) => value.onPremises ?? []);
  const network = found?.kind === 'customer-gateway' || found?.kind === 'virtual-interface' ? found.onPremises : undefined;
  return network === undefined ? [] : [network];
}

/** The on-premises networks that a VPC is connected to by VPN or Direct Connect, its own or that of its transit gateway. */
export function onPremisesNetworksOf(lookup: Lookup, vpc: VpcEntry): ReadonlySet<ResourceId> {
  const networks = new Set<ResourceId>();
  for (const hub of hubsOf(lookup).get(vpc.id) ?? []) {
    for (const network of networksAt(lookup, asResourceId(hub))) networks.add(network);
  }
  return networks;
}
