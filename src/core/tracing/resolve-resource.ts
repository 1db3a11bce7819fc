import { rangeOf, readCidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Client, OnPremisesNetwork, ResourceKind, ResourceOfKind, VpcEndpoint } from '../model/resources/index.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import type { Endpoint } from './endpoint.ts';
import { gatewayBehind } from './far-gateway.ts';
import { serviceEndpoint } from './services/service-endpoint.ts';
import { onlyAddress } from './split-parcels.ts';
import { RESERVED_ADDRESS_COUNT } from '../aws/reserved-addresses.ts';

type Unmodelled = ResourceOfKind<'unmodelled'>;

const FIRST_USABLE = RESERVED_ADDRESS_COUNT - 1;

const ofInterfaces = (interfaces: readonly InterfaceEntry[], id: ResourceId): Endpoint =>
  interfaces.length === 0 ? { kind: 'gone', id } : { kind: 'interfaces', interfaces, address: undefined, via: 'private' };

/** A subnet stands for the interfaces in it, or, while it has none, for any host without groups in it. */
function ofSubnet(lookup: Lookup, id: ResourceId): Endpoint {
  const subnet = lookup.subnets.get(id);
  const block = subnet?.blocks[0];
  if (!subnet || !block) return { kind: 'gone', id };
  if (subnet.interfaces.length > 0) return ofInterfaces(subnet.interfaces, id);
  const [first, end] = rangeOf(block);
  const range: Interval = typeof first === 'number' && typeof end === 'number' ? [first + FIRST_USABLE, end - 1] : [first, end];
  return { kind: 'host', subnet, range };
}

function ofOnPremises(lookup: Lookup, id: ResourceId, network: OnPremisesNetwork): Reply<Endpoint> {
  const far = gatewayBehind(lookup, id);
  if (!far) return fail(`On-premises network ${lookup.nameOf(id)} has no VPN connection to a gateway and no virtual interface. Connect its customer gateway first.`);
  const ranges = Object.values(network.cidrs).flatMap(({ cidr }) => {
    const block = readCidr(cidr);
    return block ? [rangeOf(block)] : [];
  });
  if (ranges.length === 0) return fail(`On-premises network ${lookup.nameOf(id)} has no address block. Give it one first.`);
  return succeed({ kind: 'on-premises', ...far, ranges, isAnnounced: false });
}

function ofClient(lookup: Lookup, id: ResourceId, client: Client): Reply<Endpoint> {
  const address = (client.address === undefined ? undefined : parseIpv4(client.address)) ?? (client.ipv6Address === undefined ? undefined : parseIpv6(client.ipv6Address));
  if (address === undefined) return fail(`Client ${lookup.nameOf(id)} has no address. Give it the address the other side sees.`);
  // Behind a proxy the other side sees the proxy's address, whatever the client's own is.
  const proxy = client.proxyAddress === undefined ? undefined : parseIpv4(client.proxyAddress);
  if (client.network === undefined) return succeed({ kind: 'client', id, client, range: onlyAddress(proxy ?? address) });
  const far = gatewayBehind(lookup, client.network);
  if (!far) return fail(`Client ${lookup.nameOf(id)} is in ${lookup.nameOf(client.network)}, which has no VPN connection to a gateway.`);
  return succeed({ kind: 'on-premises', ...far, ranges: [onlyAddress(address)], isAnnounced: false, client: { id, client } });
}

function ofDbInstance(lookup: Lookup, id: ResourceId): Endpoint {
  const db = lookup.dbInstances.get(id);
  if (!db) return { kind: 'gone', id };
  const primary = db.interfaces.filter((entry) => entry.value.attachment?.role !== 'standby');
  return ofInterfaces(primary.length > 0 ? primary : db.interfaces.length > 0 ? db.interfaces : db.standIns, id);
}

function ofNatGateway(lookup: Lookup, id: ResourceId): Endpoint {
  const natGateway = lookup.natGateways.get(id);
  return natGateway ? { kind: 'nat-gateway', natGateway } : { kind: 'gone', id };
}

/** A gateway endpoint is the service it leads to; the others are their interfaces. */
function ofVpcEndpoint(lookup: Lookup, id: ResourceId, endpoint: VpcEndpoint): Endpoint {
  if (endpoint.type === 'gateway') return serviceEndpoint(lookup, endpoint.service, { id, value: endpoint });
  return ofInterfaces(lookup.vpcEndpoints.get(id)?.interfaces ?? [], id);
}

/** A member of `DBClusterMembers` as AWS prints it; a snapshot may hold anything. */
const isWriter = (member: unknown): member is { readonly DBInstanceIdentifier: string } =>
  typeof member === 'object' && member !== null && 'IsClusterWriter' in member && member.IsClusterWriter === true && 'DBInstanceIdentifier' in member && typeof member.DBInstanceIdentifier === 'string';

/** The DB instance that a cluster's endpoint leads to: its writer (Amazon Aurora guide, Aurora.Endpoints.Cluster). */
function writerOf(lookup: Lookup, { data }: Unmodelled): ResourceId | undefined {
  const members = typeof data === 'object' && data !== null && 'DBClusterMembers' in data ? data.DBClusterMembers : undefined;
  const writer = (Array.isArray(members) ? members : []).find(isWriter)?.DBInstanceIdentifier;
  return writer === undefined ? undefined : [...lookup.dbInstances.values()].find(({ value }) => value.name === writer)?.id;
}

/** What the core does not understand is met at its interfaces, where the design holds them. */
function ofUnmodelled(lookup: Lookup, id: ResourceId, resource: Unmodelled): Endpoint {
  const own = [...lookup.interfaces.values()].filter(({ value }) => value.attachment?.resource === id);
  if (own.length > 0) return ofInterfaces(own, id);
  const writer = resource.type === 'db-cluster' ? writerOf(lookup, resource) : undefined;
  return writer === undefined ? { kind: 'unmodelled', id, type: resource.type } : ofDbInstance(lookup, writer);
}

const interfacesInVpc = (lookup: Lookup, id: ResourceId): readonly InterfaceEntry[] => lookup.vpcs.get(id)?.subnets.flatMap((subnet) => subnet.interfaces) ?? [];

const END_KINDS = new Set<ResourceKind>(['internet', 'instance', 'network-interface', 'db-instance', 'load-balancer', 'vpc-endpoint', 'nat-gateway', 'subnet', 'vpc', 'client', 'on-premises-network', 'unmodelled']);

/** Whether resources of a kind are ends of questions at all. */
export const isEndKind = (kind: ResourceKind): boolean => END_KINDS.has(kind);

/** The end of a question that a resource of the design is; route tables and rules are none. */
export function resolveResource(lookup: Lookup, id: ResourceId): Reply<Endpoint> {
  const resource = lookup.resource(id);
  switch (resource?.kind) {
    case 'internet':
      return succeed({ kind: 'internet', range: undefined });
    case 'instance':
      return succeed(ofInterfaces(lookup.instances.get(id)?.interfaces.slice(0, 1) ?? [], id));
    case 'network-interface':
      return succeed(ofInterfaces([lookup.interfaces.get(id)].filter((entry) => entry !== undefined), id));
    case 'db-instance':
      return succeed(ofDbInstance(lookup, id));
    case 'load-balancer':
      return succeed(ofInterfaces(lookup.loadBalancers.get(id)?.interfaces ?? [], id));
    case 'vpc-endpoint':
      return succeed(ofVpcEndpoint(lookup, id, resource));
    case 'nat-gateway':
      return succeed(ofNatGateway(lookup, id));
    case 'subnet':
      return succeed(ofSubnet(lookup, id));
    case 'vpc':
      return succeed(ofInterfaces(interfacesInVpc(lookup, id), id));
    case 'client':
      return ofClient(lookup, id, resource);
    case 'on-premises-network':
      return ofOnPremises(lookup, id, resource);
    case 'unmodelled':
      return succeed(ofUnmodelled(lookup, id, resource));
    default:
      return fail(`${lookup.nameOf(id)} is a ${resource?.kind.replaceAll('-', ' ') ?? 'resource'}: nothing connects from it or to it. Name an instance, an interface, a database, an address or "internet".`);
  }
}
