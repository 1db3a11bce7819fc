import type { ResourceId } from '../model/ids.ts';
import type { LoadBalancer, NetworkInterface, VpcEndpoint } from '../model/resources/index.ts';
import type { HeldAddress, InterfaceEntry, SubnetEntry } from './entries.ts';
import { groupsOf, registerInterface } from './interfaces.ts';
import { standInOfNode } from './stand-in-addresses.ts';
import type { LookupTables } from './tables.ts';

/** Puts load balancers and VPC endpoints under their ids, before the interfaces that serve them. */
export function addServices(tables: LookupTables): void {
  for (const { id, value } of tables.byKind['load-balancer']) if (value.kind === 'load-balancer') tables.loadBalancers.set(id, { id, value, interfaces: [] });
  for (const { id, value } of tables.byKind['vpc-endpoint']) {
    if (value.kind !== 'vpc-endpoint') continue;
    tables.vpcEndpoints.set(id, { id, value, interfaces: [] });
    if (value.type !== 'gateway') continue;
    for (const table of value.routeTables) {
      const endpoints = tables.gatewayEndpointsOfTable.get(table);
      if (endpoints) endpoints.push({ id, value });
      else tables.gatewayEndpointsOfTable.set(table, [{ id, value }]);
    }
  }
}

/** The last IPv6 address of a subnet that nobody holds. */
function freeIpv6Address({ blocks, vpc }: SubnetEntry): bigint | undefined {
  const block = blocks.find(({ family }) => family === 6);
  if (!block || typeof block.first !== 'bigint') return undefined;
  let address = block.first + 2n ** BigInt(128 - block.prefixLength) - 2n;
  while (vpc.owners.has(address)) address -= 1n;
  return address;
}

/** The last IPv4 address of a subnet that nobody holds: any free one would do. */
function freeIpv4Address({ blocks, vpc }: SubnetEntry): number | undefined {
  const block = blocks.find(({ family }) => family === 4);
  if (!block || typeof block.first !== 'number') return undefined;
  const size = 2 ** (32 - block.prefixLength);
  const RESERVED_AT_START = 4;
  for (let address = block.first + size - 2; address >= block.first + RESERVED_AT_START; address -= 1) if (!vpc.owners.has(address)) return address;
  return undefined;
}

interface StandIn {
  readonly id: ResourceId;
  readonly service: LoadBalancer | VpcEndpoint;
  readonly subnet: SubnetEntry;
}

/** AWS gives the VPC's default group to what was made without one; a Network or Gateway Load Balancer may have none. */
function groupIdsOf({ service, subnet }: StandIn): readonly ResourceId[] {
  if (service.securityGroups.length > 0) return service.securityGroups;
  const fallback = subnet.vpc.value.defaultSecurityGroup;
  const mayHaveNone = service.type === 'network' || service.type === 'gateway' || service.type === 'gateway-load-balancer';
  return mayHaveNone || fallback === undefined ? [] : [fallback];
}

/** A load balancer of both families has an address of each at every node (Application Load Balancers guide, load-balancer-ip-address-type). */
const isDualStack = ({ service }: StandIn): boolean => service.kind === 'load-balancer' && (service.ipAddressType ?? '').startsWith('dualstack');

/** Internet-facing nodes have public IPv4 addresses but for the one type that does without. */
const hasPublicIpv4 = ({ service }: StandIn): boolean => service.kind === 'load-balancer' && service.scheme === 'internet-facing' && service.ipAddressType !== 'dualstack-without-public-ipv4';

function addressesFor(tables: LookupTables, given: StandIn): readonly HeldAddress[] {
  const ipv4 = freeIpv4Address(given.subnet);
  const ipv6 = isDualStack(given) ? freeIpv6Address(given.subnet) : undefined;
  const translation = hasPublicIpv4(given) ? ({ address: standInOfNode(tables.publicAddresses.size), type: 'auto-assigned' } as const) : undefined;
  return [...(ipv4 === undefined ? [] : [{ address: ipv4, primary: true, row: '', public: translation }]), ...(ipv6 === undefined ? [] : [{ address: ipv6, primary: false, row: '', public: undefined }])];
}

function makeStandIn(tables: LookupTables, given: StandIn): InterfaceEntry {
  const { id, service, subnet } = given;
  const groups = groupIdsOf(given);
  const value: NetworkInterface = { kind: 'network-interface', name: service.name, subnet: subnet.id, addresses: {}, ipv6Addresses: {}, securityGroups: [...groups], sourceDestinationCheck: true };
  const holder = service.kind === 'load-balancer' ? ({ kind: 'load-balancer', id, loadBalancer: service } as const) : ({ kind: 'vpc-endpoint', id, endpoint: service } as const);
  return { id, value, subnet, addresses: addressesFor(tables, given), holder, isStandIn: true, ...groupsOf(tables, groups) };
}

/** Interfaces that stand for those of load balancers and interface endpoints of which the design holds none. */
export function addServiceStandIns(tables: LookupTables): void {
  const services = [...tables.loadBalancers.values(), ...tables.vpcEndpoints.values()];
  for (const { id, value: service, interfaces } of services) {
    if (interfaces.length > 0 || (service.kind === 'vpc-endpoint' && service.type === 'gateway')) continue;
    for (const key of service.subnets) {
      const subnet = tables.subnets.get(key);
      if (!subnet) continue;
      const entry = makeStandIn(tables, { id, service, subnet });
      interfaces.push(entry);
      registerInterface(tables, entry);
    }
  }
}
