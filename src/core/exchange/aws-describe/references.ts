import { assertNever } from '../../model/assert-never.ts';
import type { Resource, ResourceOfKind, SecurityGroup } from '../../model/resources/index.ts';
import { NO_TARGET } from './readers/route-tables.ts';

const present = (...ids: readonly (string | undefined)[]): readonly string[] => ids.filter((id) => id !== undefined);

function referencesOfGroup(group: SecurityGroup): readonly string[] {
  const rules = [...Object.values(group.inbound), ...Object.values(group.outbound)];
  const peers = rules.map(({ peer }) => {
    if ('group' in peer) return peer.group;
    return 'prefixList' in peer ? peer.prefixList : undefined;
  });
  return [group.vpc, ...present(...peers)];
}

function referencesOfTable(table: ResourceOfKind<'route-table'>): readonly string[] {
  const routes = Object.values(table.routes);
  const targets = routes.map(({ target }) => target).filter((target) => target !== 'local' && target !== NO_TARGET);
  const prefixLists = routes.map(({ destination }) => destination).filter((destination) => destination.startsWith('pl-'));
  return [table.vpc, ...table.propagatingGateways, ...targets, ...prefixLists];
}

/**
 * The ids of all that a resource of an import names. A NAT gateway's interfaces are parts of it, and Regions and
 * on-premises networks are made along with what names them.
 */
export function referencesOf(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'region':
    case 'vpc':
    case 'instance':
    case 'elastic-ip':
    case 'customer-gateway':
    case 'on-premises-network':
    case 'client':
    case 'internet':
      return [];
    case 'subnet':
    case 'network-acl':
      return [resource.vpc];
    case 'internet-gateway':
    case 'virtual-private-gateway':
      return present(resource.vpc);
    case 'nat-gateway':
      return present(resource.subnet, resource.vpc);
    case 'route-table':
      return referencesOfTable(resource);
    case 'security-group':
      return referencesOfGroup(resource);
    case 'network-interface':
      return present(resource.subnet, resource.attachment?.resource, ...resource.securityGroups);
    case 'vpn-connection':
      return present(resource.customerGateway, resource.gateway);
    case 'db-subnet-group':
      return [resource.vpc, ...resource.subnets];
    case 'db-instance':
      return present(resource.subnetGroup, ...resource.securityGroups);
    case 'unmodelled':
      return present(resource.vpc, ...resource.subnets);
    default:
      return assertNever(resource);
  }
}
