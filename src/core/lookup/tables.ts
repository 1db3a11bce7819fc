import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Resource, ResourceKind, VpcEndpoint, VpcPeeringConnection, VpnConnection } from '../model/resources/index.ts';
import { resourceSchemas } from '../model/resources/index.ts';
import type {
  DbInstanceEntry,
  Entry,
  InstanceEntry,
  InterfaceEntry,
  LoadBalancerEntry,
  NatGatewayEntry,
  PublicAddressOwner,
  SubnetEntry,
  VpcEndpointEntry,
  VpcEntry,
} from './entries.ts';

/** The tables of a lookup while it is being built. */
export interface LookupTables {
  readonly design: Design;
  readonly missing: ReadonlySet<string>;
  readonly byKind: Record<ResourceKind, Entry<Resource>[]>;
  readonly vpcs: Map<ResourceId, VpcEntry>;
  readonly subnets: Map<ResourceId, SubnetEntry>;
  readonly interfaces: Map<ResourceId, InterfaceEntry>;
  readonly instances: Map<ResourceId, InstanceEntry>;
  readonly dbInstances: Map<ResourceId, DbInstanceEntry>;
  readonly loadBalancers: Map<ResourceId, LoadBalancerEntry>;
  readonly vpcEndpoints: Map<ResourceId, VpcEndpointEntry>;
  readonly gatewayEndpointsOfTable: Map<ResourceId, Entry<VpcEndpoint>[]>;
  readonly natGateways: Map<ResourceId, NatGatewayEntry>;
  readonly natGatewayOfInterface: Map<ResourceId, NatGatewayEntry>;
  readonly groupMembers: Map<ResourceId, InterfaceEntry[]>;
  readonly publicAddresses: Map<number, PublicAddressOwner>;
  readonly vpnConnectionsOfGateway: Map<ResourceId, Entry<VpnConnection>[]>;
  readonly peeringsOfVpc: Map<ResourceId, Entry<VpcPeeringConnection>[]>;
}

const kinds: readonly ResourceKind[] = resourceSchemas.map((schema) => schema.shape.kind.value);

/** Empty tables, with the resources sorted into their kinds. */
export function createTables(design: Design): LookupTables {
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as Record<ResourceKind, Entry<Resource>[]>;
  for (const id of Object.keys(design.resources) as ResourceId[]) {
    const value = design.resources[id];
    if (value) byKind[value.kind].push({ id, value });
  }
  return {
    design,
    missing: new Set(design.snapshot?.missing ?? []),
    byKind,
    vpcs: new Map(),
    subnets: new Map(),
    interfaces: new Map(),
    instances: new Map(),
    dbInstances: new Map(),
    loadBalancers: new Map(),
    vpcEndpoints: new Map(),
    gatewayEndpointsOfTable: new Map(),
    natGateways: new Map(),
    natGatewayOfInterface: new Map(),
    groupMembers: new Map(),
    publicAddresses: new Map(),
    vpnConnectionsOfGateway: new Map(),
    peeringsOfVpc: new Map(),
  };
}
