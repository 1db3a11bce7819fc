import { transitReferences, type TransitResource } from '../../model/transit-references.ts';
import type { ResourceKind } from '../../model/resources/index.ts';
import type { NamedResource } from './references.ts';

const TABLE: readonly ResourceKind[] = ['transit-gateway-route-table', 'unmodelled'];
const ATTACHMENT: readonly ResourceKind[] = ['transit-gateway-attachment', 'unmodelled'];

/** The kinds that may stand in each field that names a resource. */
const KINDS: Readonly<Record<string, readonly ResourceKind[]>> = {
  region: ['region'],
  transitGateway: ['transit-gateway', 'unmodelled'],
  defaultAssociationRouteTable: TABLE,
  defaultPropagationRouteTable: TABLE,
  routeTable: TABLE,
  attachment: ATTACHMENT,
  transportAttachment: ATTACHMENT,
  propagations: ATTACHMENT,
  vpc: ['vpc'],
  subnets: ['subnet'],
  vpnConnection: ['vpn-connection', 'unmodelled'],
  directConnectGateway: ['direct-connect-gateway', 'unmodelled'],
  gateway: ['virtual-private-gateway', 'transit-gateway', 'direct-connect-gateway', 'unmodelled'],
  onPremises: ['on-premises-network'],
};

/** Calls back for every resource that a transit gateway, what belongs to one, or Direct Connect names. */
export function visitTransitReferences(resource: TransitResource, visit: (named: NamedResource) => void): void {
  for (const { field, to } of transitReferences(resource)) {
    const kinds = KINDS[field];
    if (to !== undefined) visit({ field, to, ...(kinds && { kinds }) });
  }
}
