import { assertNever } from '../../model/assert-never.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Resource, ResourceKind } from '../../model/resources/index.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { visitServiceReferences } from './service-references.ts';
import { visitTransitReferences } from './transit-references.ts';

/** A resource that another one names, and the kinds that may stand there; without kinds anything may. */
export interface NamedResource {
  readonly field: string;
  readonly to: ResourceId;
  readonly kinds?: readonly ResourceKind[];
}

type Visit = (named: NamedResource) => void;

const VPC: readonly ResourceKind[] = ['vpc'];
const REGION: readonly ResourceKind[] = ['region'];
const SUBNET: readonly ResourceKind[] = ['subnet'];
const GROUP: readonly ResourceKind[] = ['security-group'];
const FAR_GATEWAY: readonly ResourceKind[] = ['virtual-private-gateway', 'transit-gateway', 'unmodelled'];
const PROPAGATING: readonly ResourceKind[] = ['virtual-private-gateway', 'unmodelled'];

/** A visit for each field that is filled; a list is one field. */
function visitFields(visit: Visit, kinds: readonly ResourceKind[], fields: Readonly<Record<string, ResourceId | readonly ResourceId[] | undefined>>): void {
  for (const field in fields) {
    const named = fields[field];
    if (named === undefined) continue;
    if (typeof named === 'string') visit({ field, to: named, kinds });
    else for (const to of named) visit({ field, to, kinds });
  }
}

function visitRegion(visit: Visit, { blockPublicAccessExclusions = {} }: Extract<Resource, { kind: 'region' }>): void {
  for (const { vpc, subnet } of Object.values(blockPublicAccessExclusions)) {
    visitFields(visit, VPC, { vpc });
    visitFields(visit, SUBNET, { subnet });
  }
}

function visitVpc(visit: Visit, resource: Extract<Resource, { kind: 'vpc' }>): void {
  visitFields(visit, REGION, { region: resource.region });
  visitFields(visit, ['route-table'], { mainRouteTable: resource.mainRouteTable });
  visitFields(visit, ['network-acl'], { defaultNetworkAcl: resource.defaultNetworkAcl });
  visitFields(visit, GROUP, { defaultSecurityGroup: resource.defaultSecurityGroup });
}

function visitSubnet(visit: Visit, resource: Extract<Resource, { kind: 'subnet' }>): void {
  visitFields(visit, VPC, { vpc: resource.vpc });
  visitFields(visit, ['route-table'], { routeTable: resource.routeTable });
  visitFields(visit, ['network-acl'], { networkAcl: resource.networkAcl });
}

function visitInterface(visit: Visit, resource: Extract<Resource, { kind: 'network-interface' }>): void {
  visitFields(visit, SUBNET, { subnet: resource.subnet });
  visitFields(visit, GROUP, { securityGroups: resource.securityGroups });
  if (resource.attachment) visit({ field: 'attachment', to: resource.attachment.resource });
}

function visitRules(visit: Visit, resource: Extract<Resource, { kind: 'security-group' }>): void {
  visitFields(visit, VPC, { vpc: resource.vpc });
  for (const { peer } of [...Object.values(resource.inbound), ...Object.values(resource.outbound)]) {
    if ('group' in peer && peer.account === undefined) visit({ field: 'peer', to: peer.group, kinds: GROUP });
  }
}

function visitRouteTable(visit: Visit, resource: Extract<Resource, { kind: 'route-table' }>): void {
  visitFields(visit, VPC, { vpc: resource.vpc });
  visitFields(visit, PROPAGATING, { propagatingGateways: resource.propagatingGateways });
  visitFields(visit, ['internet-gateway', 'virtual-private-gateway', 'unmodelled'], { gateways: resource.gateways });
  // What a route may lead to is judged with the route.
  for (const { target } of Object.values(resource.routes)) if (target !== 'local') visit({ field: 'target', to: target });
}

/** Calls back for every resource that a resource names. */
export function visitReferences(resource: Resource, visit: Visit): void {
  switch (resource.kind) {
    case 'region':
      visitRegion(visit, resource);
      return;
    case 'instance':
    case 'on-premises-network':
    case 'internet':
    case 'iam-role':
      return;
    case 'vpc':
      visitVpc(visit, resource);
      return;
    case 'subnet':
      visitSubnet(visit, resource);
      return;
    case 'route-table':
      visitRouteTable(visit, resource);
      return;
    case 'security-group':
      visitRules(visit, resource);
      return;
    case 'network-interface':
      visitInterface(visit, resource);
      return;
    default:
      visitOther(resource, visit);
  }
}

type Other = Exclude<Resource, { kind: 'region' | 'instance' | 'on-premises-network' | 'internet' | 'iam-role' | 'vpc' | 'subnet' | 'route-table' | 'security-group' | 'network-interface' }>;

function visitOther(resource: Other, visit: Visit): void {
  switch (resource.kind) {
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'virtual-private-gateway':
      visitFields(visit, REGION, { region: resource.region });
      visitFields(visit, VPC, { vpc: resource.vpc });
      return;
    case 'nat-gateway':
      visitFields(visit, SUBNET, { subnet: resource.subnet });
      visitFields(visit, VPC, { vpc: resource.vpc });
      visitFields(visit, ['route-table'], { routeTable: resource.routeTable });
      return;
    case 'network-acl':
      visitFields(visit, VPC, { vpc: resource.vpc });
      return;
    case 'elastic-ip':
      visitFields(visit, REGION, { region: resource.region });
      return;
    case 'client':
      visitFields(visit, ['on-premises-network'], { network: resource.network });
      return;
    default:
      visitFar(resource, visit);
  }
}

type Far = Exclude<Other, { kind: 'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway' | 'nat-gateway' | 'network-acl' | 'elastic-ip' | 'client' }>;

function visitFar(resource: Far, visit: Visit): void {
  switch (resource.kind) {
    case 'customer-gateway':
      visitFields(visit, REGION, { region: resource.region });
      visitFields(visit, ['on-premises-network'], { onPremises: resource.onPremises });
      return;
    case 'vpn-connection':
      visitFields(visit, ['customer-gateway', 'unmodelled'], { customerGateway: resource.customerGateway });
      visitFields(visit, FAR_GATEWAY, { gateway: resource.gateway });
      return;
    case 'db-subnet-group':
      visitFields(visit, VPC, { vpc: resource.vpc });
      visitFields(visit, SUBNET, { subnets: resource.subnets });
      return;
    case 'db-instance':
      visitFields(visit, ['db-subnet-group'], { subnetGroup: resource.subnetGroup });
      visitFields(visit, GROUP, { securityGroups: resource.securityGroups });
      return;
    case 'vpc-peering-connection':
      // A side may be in another account; its VPC is then not in the design.
      visitFields(visit, VPC, { requester: resource.requester.vpc, accepter: resource.accepter.vpc });
      return;
    case 'prefix-list':
      visitFields(visit, REGION, { region: resource.region });
      return;
    case 'unmodelled':
      visitFields(visit, REGION, { region: resource.region });
      visitFields(visit, VPC, { vpc: resource.vpc });
      visitFields(visit, SUBNET, { subnets: resource.subnets });
      return;
    case 'transit-gateway':
    case 'transit-gateway-route-table':
    case 'transit-gateway-attachment':
    case 'direct-connect-gateway':
    case 'virtual-interface':
      visitTransitReferences(resource, visit);
      return;
    case 'load-balancer':
    case 'target-group':
    case 'vpc-endpoint':
      visitServiceReferences(resource, visit);
      return;
    default:
      assertNever(resource);
  }
}

const namedIds = oncePerLookup((lookup) => {
  const named = new Set<string>();
  for (const [id, resource] of Object.entries(lookup.design.resources)) {
    visitReferences(resource, ({ to }) => {
      if (to !== id) named.add(to);
    });
  }
  return named;
});

/** Whether some other resource names this one: what is named cannot be deleted without leaving a reference to nothing. */
export const isNamed = (lookup: Lookup, id: ResourceId): boolean => namedIds(lookup).has(id);
