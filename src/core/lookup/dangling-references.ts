import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Resource, ResourceKind } from '../model/resources/index.ts';
import { assertNever } from '../model/assert-never.ts';
import type { DanglingReference, Entry, InterfaceEntry } from './entries.ts';
import type { LookupTables } from './tables.ts';
import { isServiceResource, serviceReferences } from '../model/service-references.ts';
import { isTransitResource, transitReferences } from '../model/transit-references.ts';

interface Reference {
  readonly field: string;
  readonly to: ResourceId | undefined;
  readonly row?: string;
}

const list = (field: string, ids: readonly ResourceId[]): Reference[] => ids.map((to) => ({ field, to }));

function groupReferences(resource: Extract<Resource, { kind: 'security-group' }>): Reference[] {
  const rows = [...Object.entries(resource.inbound), ...Object.entries(resource.outbound)];
  return rows.flatMap(([row, rule]): Reference[] => {
    // A group of another account or over a peering is not expected to be in the design.
    if ('group' in rule.peer) return rule.peer.account === undefined ? [{ field: 'peer', to: rule.peer.group, row }] : [];
    return [];
  });
}

function routeReferences(resource: Extract<Resource, { kind: 'route-table' }>): Reference[] {
  const routes = Object.entries(resource.routes).map(
    ([row, route]): Reference => ({ field: 'target', to: route.target === 'local' ? undefined : route.target, row }),
  );
  return [{ field: 'vpc', to: resource.vpc }, ...routes, ...list('propagatingGateways', resource.propagatingGateways), ...list('gateways', resource.gateways ?? [])];
}

function interfaceReferences(resource: Extract<Resource, { kind: 'network-interface' }>): Reference[] {
  return [{ field: 'subnet', to: resource.subnet }, { field: 'attachment', to: resource.attachment?.resource }, ...list('securityGroups', resource.securityGroups)];
}

const vpcReferences = (vpc: Extract<Resource, { kind: 'vpc' }>): Reference[] => [
  { field: 'region', to: vpc.region },
  { field: 'mainRouteTable', to: vpc.mainRouteTable },
  { field: 'defaultNetworkAcl', to: vpc.defaultNetworkAcl },
  { field: 'defaultSecurityGroup', to: vpc.defaultSecurityGroup },
];

const subnetReferences = (subnet: Extract<Resource, { kind: 'subnet' }>): Reference[] => [
  { field: 'vpc', to: subnet.vpc },
  { field: 'routeTable', to: subnet.routeTable },
  { field: 'networkAcl', to: subnet.networkAcl },
];

/** The VPC of the other side may belong to another account, and one side alone may be in the design. */
function farReferences(resource: Extract<Resource, { kind: 'vpc-peering-connection' | 'prefix-list' }>): Reference[] {
  return resource.kind === 'prefix-list' ? [{ field: 'region', to: resource.region }] : [];
}

/** Every reference of one resource to another. */
function referencesOf(resource: Resource): readonly Reference[] {
  if (isTransitResource(resource)) return transitReferences(resource);
  if (isServiceResource(resource)) return serviceReferences(resource);
  switch (resource.kind) {
    case 'region':
      return Object.entries(resource.blockPublicAccessExclusions ?? {}).flatMap(([row, { vpc, subnet }]) => [{ field: 'vpc', to: vpc, row }, { field: 'subnet', to: subnet, row }]);
    case 'instance':
    case 'on-premises-network':
    case 'internet':
    case 'iam-role':
      return [];
    case 'client':
      return [{ field: 'network', to: resource.network }];
    case 'elastic-ip':
      return [{ field: 'region', to: resource.region }];
    case 'vpc':
      return vpcReferences(resource);
    case 'subnet':
      return subnetReferences(resource);
    case 'route-table':
      return routeReferences(resource);
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'virtual-private-gateway':
      return [{ field: 'region', to: resource.region }, { field: 'vpc', to: resource.vpc }];
    case 'nat-gateway':
      return [{ field: 'subnet', to: resource.subnet }, { field: 'vpc', to: resource.vpc }, { field: 'routeTable', to: resource.routeTable }];
    case 'customer-gateway':
      return [{ field: 'onPremises', to: resource.onPremises }];
    case 'vpn-connection':
      return [{ field: 'customerGateway', to: resource.customerGateway }, { field: 'gateway', to: resource.gateway }];
    case 'vpc-peering-connection':
    case 'prefix-list':
      return farReferences(resource);
    case 'network-acl':
      return [{ field: 'vpc', to: resource.vpc }];
    case 'security-group':
      return [{ field: 'vpc', to: resource.vpc }, ...groupReferences(resource)];
    case 'network-interface':
      return interfaceReferences(resource);
    case 'db-subnet-group':
      return [{ field: 'vpc', to: resource.vpc }, ...list('subnets', resource.subnets)];
    case 'db-instance':
      return [{ field: 'subnetGroup', to: resource.subnetGroup }, ...list('securityGroups', resource.securityGroups)];
    case 'unmodelled':
      return [{ field: 'region', to: resource.region }, { field: 'vpc', to: resource.vpc }, ...list('subnets', resource.subnets)];
    default:
      return assertNever(resource);
  }
}

function addDangling(design: Design, { id, value }: Entry<Resource>, dangling: DanglingReference[]): void {
  for (const { field, to, row } of referencesOf(value)) {
    if (to === undefined || Object.hasOwn(design.resources, to)) continue;
    dangling.push(row === undefined ? { at: id, field, to } : { at: id, row, field, to });
  }
}

/** Everything in the design that names a resource the design does not hold. */
export function findDanglingReferences(design: Design): readonly DanglingReference[] {
  const dangling: DanglingReference[] = [];
  for (const [id, value] of Object.entries(design.resources)) addDangling(design, { id: id as ResourceId, value }, dangling);
  return dangling;
}

/** Whether the joins found all that an interface names. */
const isWhole = ({ value, unknownGroups, holder }: InterfaceEntry): boolean =>
  unknownGroups.length === 0 && (value.attachment === undefined || holder.kind === 'instance' || holder.kind === 'db-instance' || holder.kind === 'load-balancer' || holder.kind === 'vpc-endpoint');

/** The same from the joins, kind by kind: interfaces are most of a design, and what they name was looked up already. */
export function findDanglingIn({ design, byKind, interfaces }: LookupTables): readonly DanglingReference[] {
  const dangling: DanglingReference[] = [];
  for (const kind of Object.keys(byKind) as ResourceKind[]) {
    // Instances name nothing: interfaces name them.
    if (kind === 'instance') continue;
    for (const entry of byKind[kind]) {
      const known = kind === 'network-interface' ? interfaces.get(entry.id) : undefined;
      if (known === undefined || !isWhole(known)) addDangling(design, entry, dangling);
    }
  }
  return dangling;
}
