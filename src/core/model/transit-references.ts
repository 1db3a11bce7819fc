import type { ResourceId } from './ids.ts';
import type { Resource } from './resources/index.ts';

/** The kinds that join networks beyond one VPC: transit gateways with what belongs to them, and Direct Connect. */
export type TransitKind = 'transit-gateway' | 'transit-gateway-route-table' | 'transit-gateway-attachment' | 'direct-connect-gateway' | 'virtual-interface';
export type TransitResource = Extract<Resource, { kind: TransitKind }>;

const KINDS: ReadonlySet<string> = new Set<TransitKind>(['transit-gateway', 'transit-gateway-route-table', 'transit-gateway-attachment', 'direct-connect-gateway', 'virtual-interface']);

/** Whether a resource is of one of these kinds. */
export const isTransitResource = (resource: Resource): resource is TransitResource => KINDS.has(resource.kind);

/** One field, or one row of it, that names another resource. */
export interface TransitReference {
  readonly field: string;
  readonly to: ResourceId | undefined;
  readonly row?: string;
}

const list = (field: string, ids: readonly ResourceId[]): TransitReference[] => ids.map((to) => ({ field, to }));

function ofAttachment(value: Extract<Resource, { kind: 'transit-gateway-attachment' }>): readonly TransitReference[] {
  return [
    { field: 'transitGateway', to: value.transitGateway },
    // A VPC, VPN connection, Direct Connect gateway or transit gateway of another account is not expected to be here.
    { field: 'routeTable', to: value.routeTable },
    { field: 'vpc', to: value.vpc },
    ...list('subnets', value.subnets),
    { field: 'vpnConnection', to: value.vpnConnection },
    { field: 'directConnectGateway', to: value.directConnectGateway },
    { field: 'transportAttachment', to: value.transportAttachment },
  ];
}

function ofRouteTable(value: Extract<Resource, { kind: 'transit-gateway-route-table' }>): readonly TransitReference[] {
  const routes = Object.entries(value.routes).map(([row, { attachment }]): TransitReference => ({ field: 'attachment', to: attachment, row }));
  return [{ field: 'transitGateway', to: value.transitGateway }, ...routes, ...list('propagations', value.propagations)];
}

/** Every reference of such a resource to another one that belongs into the same design. */
export function transitReferences(resource: TransitResource): readonly TransitReference[] {
  switch (resource.kind) {
    case 'transit-gateway':
      return [
        { field: 'region', to: resource.region },
        { field: 'defaultAssociationRouteTable', to: resource.defaultAssociationRouteTable },
        { field: 'defaultPropagationRouteTable', to: resource.defaultPropagationRouteTable },
      ];
    case 'transit-gateway-route-table':
      return ofRouteTable(resource);
    case 'transit-gateway-attachment':
      return ofAttachment(resource);
    case 'direct-connect-gateway':
      return Object.entries(resource.associations).map(([row, { gateway }]) => ({ field: 'gateway', to: gateway, row }));
    case 'virtual-interface':
      return [
        { field: 'region', to: resource.region },
        { field: 'gateway', to: resource.gateway },
        { field: 'onPremises', to: resource.onPremises },
      ];
  }
}
