import type { TransitResource } from '../model/transit-references.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Resource, ResourceOfKind } from '../model/resources/index.ts';
import { withChanges } from './draft.ts';
import { filterRows, mapRows } from './rows.ts';

type Rewire = (id: ResourceId) => ResourceId | undefined;

const optional = (rewire: Rewire, id: ResourceId | undefined): ResourceId | undefined => (id === undefined ? undefined : rewire(id));
const list = (rewire: Rewire, ids: readonly ResourceId[]): ResourceId[] => ids.map(rewire).filter((id) => id !== undefined);
const required = (rewire: Rewire, id: ResourceId): ResourceId => rewire(id) ?? id;

function rewireAttachment(value: ResourceOfKind<'transit-gateway-attachment'>, rewire: Rewire): Resource {
  const peer = value.peer && withChanges(value.peer, { transitGateway: optional(rewire, value.peer.transitGateway), routeTable: optional(rewire, value.peer.routeTable) });
  return withChanges(value, {
    transitGateway: required(rewire, value.transitGateway),
    vpc: optional(rewire, value.vpc),
    subnets: list(rewire, value.subnets),
    vpnConnection: optional(rewire, value.vpnConnection),
    directConnectGateway: optional(rewire, value.directConnectGateway),
    transportAttachment: optional(rewire, value.transportAttachment),
    routeTable: optional(rewire, value.routeTable),
    peer,
  });
}

/** A static route that loses its attachment stays as a blackhole, as in AWS; a propagated one goes. */
function rewireTable(value: ResourceOfKind<'transit-gateway-route-table'>, rewire: Rewire): Resource {
  const kept = filterRows(value.routes, ({ origin, attachment }) => origin === 'static' || attachment === undefined || rewire(attachment) !== undefined);
  const routes = mapRows(kept, (route) => withChanges(route, { attachment: optional(rewire, route.attachment) }));
  return { ...value, transitGateway: required(rewire, value.transitGateway), routes, propagations: list(rewire, value.propagations) };
}

/** The same resource with every reference to another one put through `rewire`. */
export function rewireTransit(resource: TransitResource, rewire: Rewire): Resource {
  switch (resource.kind) {
    case 'transit-gateway':
      return withChanges(resource, {
        region: required(rewire, resource.region),
        defaultAssociationRouteTable: optional(rewire, resource.defaultAssociationRouteTable),
        defaultPropagationRouteTable: optional(rewire, resource.defaultPropagationRouteTable),
      });
    case 'transit-gateway-route-table':
      return rewireTable(resource, rewire);
    case 'transit-gateway-attachment':
      return rewireAttachment(resource, rewire);
    case 'direct-connect-gateway': {
      const kept = filterRows(resource.associations, ({ gateway }) => rewire(gateway) !== undefined);
      return { ...resource, associations: mapRows(kept, (row) => ({ ...row, gateway: required(rewire, row.gateway) })) };
    }
    case 'virtual-interface':
      return withChanges(resource, { region: optional(rewire, resource.region), gateway: optional(rewire, resource.gateway), onPremises: optional(rewire, resource.onPremises) });
  }
}
