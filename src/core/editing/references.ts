import { assertNever } from '../model/assert-never.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Resource, ResourceOfKind } from '../model/resources/index.ts';
import { withChanges } from './draft.ts';
import { rewireRegion } from './edge-references.ts';
import { filterRows, mapRows } from './rows.ts';
import { rewireService } from './service-references.ts';
import { rewireTransit } from './transit-references.ts';

/** What becomes of a reference: another id, the same one, or nothing. */
export type Rewire = (id: ResourceId) => ResourceId | undefined;

const optional = (rewire: Rewire, id: ResourceId | undefined): ResourceId | undefined => (id === undefined ? undefined : rewire(id));
const list = (rewire: Rewire, ids: readonly ResourceId[]): ResourceId[] => ids.map(rewire).filter((id) => id !== undefined);
/** A reference the resource cannot be without stays as it is when it is not rewired; whoever cuts it removes the resource too. */
const required = (rewire: Rewire, id: ResourceId): ResourceId => rewire(id) ?? id;

function rewireRoutes(table: ResourceOfKind<'route-table'>, rewire: Rewire): ResourceOfKind<'route-table'> {
  const targets = mapRows(table.routes, ({ target }) => (target === 'local' ? 'local' : rewire(target)));
  const kept = filterRows(table.routes, (_route, row) => targets[row] !== undefined);
  const routes = mapRows(kept, (route, row) => ({ ...route, target: targets[row] ?? route.target }));
  const gateways = table.gateways && list(rewire, table.gateways);
  return withChanges(table, { vpc: required(rewire, table.vpc), routes, propagatingGateways: list(rewire, table.propagatingGateways), gateways });
}

type GroupRules = ResourceOfKind<'security-group'>['inbound'];

/** A rule whose peer is a group that is gone goes with it. */
function rewireRules(rules: GroupRules, rewire: Rewire): GroupRules {
  const kept = filterRows(rules, ({ peer }) => !('group' in peer) || peer.account !== undefined || rewire(peer.group) !== undefined);
  return mapRows(kept, (rule) => ('group' in rule.peer && rule.peer.account === undefined ? { ...rule, peer: { ...rule.peer, group: required(rewire, rule.peer.group) } } : rule));
}

function rewireInterface(value: ResourceOfKind<'network-interface'>, rewire: Rewire): ResourceOfKind<'network-interface'> {
  const holder = optional(rewire, value.attachment?.resource);
  const attachment = value.attachment && holder !== undefined ? { ...value.attachment, resource: holder } : undefined;
  return withChanges(value, { subnet: required(rewire, value.subnet), attachment, securityGroups: list(rewire, value.securityGroups) });
}

function rewireNatGateway(value: ResourceOfKind<'nat-gateway'>, rewire: Rewire): ResourceOfKind<'nat-gateway'> {
  const addresses = mapRows(value.addresses, (address) => withChanges(address, { interface: optional(rewire, address.interface) }));
  return withChanges(value, { subnet: optional(rewire, value.subnet), vpc: optional(rewire, value.vpc), routeTable: optional(rewire, value.routeTable), addresses });
}

function rewireVpc(value: ResourceOfKind<'vpc'>, rewire: Rewire): ResourceOfKind<'vpc'> {
  return withChanges(value, {
    region: required(rewire, value.region),
    mainRouteTable: optional(rewire, value.mainRouteTable),
    defaultNetworkAcl: optional(rewire, value.defaultNetworkAcl),
    defaultSecurityGroup: optional(rewire, value.defaultSecurityGroup),
  });
}

type PeeringSide = ResourceOfKind<'vpc-peering-connection'>['requester'];

/** A VPC of another account is named though it is not in the design: that name stays. */
function rewirePeering(value: ResourceOfKind<'vpc-peering-connection'>, rewire: Rewire): ResourceOfKind<'vpc-peering-connection'> {
  const side = (given: PeeringSide): PeeringSide => withChanges(given, { vpc: given.vpc === undefined ? undefined : required(rewire, given.vpc) });
  return { ...value, requester: side(value.requester), accepter: side(value.accepter) };
}

/** The same resource with every reference to another one put through `rewire`. */
export function rewireReferences(resource: Resource, rewire: Rewire): Resource {
  switch (resource.kind) {
    case 'region':
      return rewireRegion(resource, rewire);
    case 'instance':
    case 'on-premises-network':
    case 'internet':
    case 'iam-role':
      return resource;
    case 'vpc':
      return rewireVpc(resource, rewire);
    case 'route-table':
      return rewireRoutes(resource, rewire);
    case 'network-interface':
      return rewireInterface(resource, rewire);
    case 'nat-gateway':
      return rewireNatGateway(resource, rewire);
    case 'db-instance':
      return withChanges(resource, { subnetGroup: optional(rewire, resource.subnetGroup), securityGroups: list(rewire, resource.securityGroups) });
    case 'vpc-peering-connection':
      return rewirePeering(resource, rewire);
    case 'prefix-list':
      return withChanges(resource, { region: optional(rewire, resource.region) });
    case 'client':
      return withChanges(resource, { network: optional(rewire, resource.network) });
    case 'security-group':
      return { ...resource, vpc: required(rewire, resource.vpc), inbound: rewireRules(resource.inbound, rewire), outbound: rewireRules(resource.outbound, rewire) };
    case 'transit-gateway':
    case 'transit-gateway-route-table':
    case 'transit-gateway-attachment':
    case 'direct-connect-gateway':
    case 'virtual-interface':
      return rewireTransit(resource, rewire);
    case 'load-balancer':
    case 'target-group':
    case 'vpc-endpoint':
      return rewireService(resource, rewire);
    default:
      return rewireFields(resource, rewire);
  }
}

type Plain = 'subnet' | 'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway' | 'customer-gateway' | 'vpn-connection' | 'network-acl' | 'elastic-ip' | 'db-subnet-group' | 'unmodelled';

function rewireFields(resource: ResourceOfKind<Plain>, rewire: Rewire): Resource {
  switch (resource.kind) {
    case 'subnet':
      return withChanges(resource, { vpc: required(rewire, resource.vpc), routeTable: optional(rewire, resource.routeTable), networkAcl: optional(rewire, resource.networkAcl) });
    case 'internet-gateway':
      return withChanges(resource, { region: required(rewire, resource.region), vpc: optional(rewire, resource.vpc) });
    case 'egress-only-internet-gateway':
      return withChanges(resource, { region: required(rewire, resource.region), vpc: optional(rewire, resource.vpc) });
    case 'virtual-private-gateway':
      return withChanges(resource, { region: required(rewire, resource.region), vpc: optional(rewire, resource.vpc) });
    case 'customer-gateway':
      return withChanges(resource, { region: required(rewire, resource.region), onPremises: optional(rewire, resource.onPremises) });
    case 'vpn-connection':
      return withChanges(resource, { customerGateway: required(rewire, resource.customerGateway), gateway: optional(rewire, resource.gateway) });
    case 'network-acl':
      return { ...resource, vpc: required(rewire, resource.vpc) };
    case 'elastic-ip':
      return { ...resource, region: required(rewire, resource.region) };
    case 'db-subnet-group':
      return { ...resource, vpc: required(rewire, resource.vpc), subnets: list(rewire, resource.subnets) };
    case 'unmodelled':
      return withChanges(resource, { region: optional(rewire, resource.region), vpc: optional(rewire, resource.vpc), subnets: list(rewire, resource.subnets) });
    default:
      return assertNever(resource);
  }
}
