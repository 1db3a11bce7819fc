import type { Cidr4 } from '../address/cidr.ts';
import { readCidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId, RowId } from '../model/ids.ts';
import type { NatGateway, NetworkInterface, PrivateAddress, RouteTable, Subnet, Vpc } from '../model/resources/index.ts';
import { listResources, type Entry } from './draft.ts';
import { rowEntries } from './rows.ts';

/** The subnets of a VPC. */
export const subnetsOf = (design: Design, vpc: ResourceId): readonly Entry<Subnet>[] =>
  listResources(design, 'subnet').filter(({ value }) => value.vpc === vpc);

/** The network interfaces that stand in a subnet. */
export const interfacesIn = (design: Design, subnet: ResourceId): readonly Entry<NetworkInterface>[] =>
  listResources(design, 'network-interface').filter(({ value }) => value.subnet === subnet);

/** The network interfaces of an instance, DB instance or other resource, by device index. */
export function interfacesOf(design: Design, resource: ResourceId): readonly Entry<NetworkInterface>[] {
  const attached = listResources(design, 'network-interface').filter(({ value }) => value.attachment?.resource === resource);
  return attached.sort((a, b) => (a.value.attachment?.deviceIndex ?? 0) - (b.value.attachment?.deviceIndex ?? 0));
}

/** The zonal NAT gateways that stand in a subnet. */
export const natGatewaysIn = (design: Design, subnet: ResourceId): readonly Entry<NatGateway>[] =>
  listResources(design, 'nat-gateway').filter(({ value }) => value.subnet === subnet);

/** The zones of a VPC: those drawn, and those its subnets are in. */
export function zonesOf(design: Design, vpc: ResourceId): readonly string[] {
  const value = design.resources[vpc];
  const drawn = value?.kind === 'vpc' ? value.availabilityZones : [];
  return [...new Set([...drawn, ...subnetsOf(design, vpc).map((subnet) => subnet.value.availabilityZone)])];
}

const isIpv4 = (cidr: ReturnType<typeof readCidr>): cidr is Cidr4 => cidr?.family === 4;

/** The IPv4 blocks of a VPC, the primary one first. */
export const blocksOf = (vpc: Vpc): readonly Cidr4[] =>
  [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map(({ cidr }) => cidr)].map(readCidr).filter(isIpv4);

/** The IPv4 block of a subnet; a subnet may be IPv6 only. */
export function blockOf(subnet: Subnet): Cidr4 | undefined {
  const cidr = subnet.cidr === undefined ? undefined : readCidr(subnet.cidr);
  return isIpv4(cidr) ? cidr : undefined;
}

/** The row of an interface's primary private address. */
export function primaryAddressOf(value: NetworkInterface): { readonly row: RowId; readonly address: PrivateAddress } | undefined {
  const rows = rowEntries(value.addresses);
  const found = rows.find(([, address]) => address.primary) ?? rows[0];
  return found && { row: found[0], address: found[1] };
}

/** The table a subnet uses: its own, else the main one of its VPC. */
export function routeTableOf(design: Design, subnet: Subnet): Entry<RouteTable> | undefined {
  const vpc = design.resources[subnet.vpc];
  const id = subnet.routeTable ?? (vpc?.kind === 'vpc' ? vpc.mainRouteTable : undefined);
  const value = id === undefined ? undefined : design.resources[id];
  return id !== undefined && value?.kind === 'route-table' ? { id, value } : undefined;
}

/** Whether a subnet's table has a route to an internet gateway that is attached to its VPC, which is what makes it public. */
export function isPublicSubnet(design: Design, subnet: Subnet): boolean {
  const routes = Object.values(routeTableOf(design, subnet)?.value.routes ?? {});
  return routes.some(({ target }) => {
    const gateway = target === 'local' ? undefined : design.resources[target];
    return gateway?.kind === 'internet-gateway' && gateway.vpc === subnet.vpc;
  });
}

/** The internet gateway attached to a VPC. */
export const internetGatewayOf = (design: Design, vpc: ResourceId): ResourceId | undefined =>
  listResources(design, 'internet-gateway').find(({ value }) => value.vpc === vpc)?.id;

/** The egress-only internet gateway attached to a VPC. */
export const egressOnlyInternetGatewayOf = (design: Design, vpc: ResourceId): ResourceId | undefined =>
  listResources(design, 'egress-only-internet-gateway').find(({ value }) => value.vpc === vpc)?.id;

/** The virtual private gateway attached to a VPC, unless it is being deleted. */
export const virtualPrivateGatewayOf = (design: Design, vpc: ResourceId): ResourceId | undefined =>
  listResources(design, 'virtual-private-gateway').find(({ value }) => value.vpc === vpc && value.state !== 'deleted' && value.state !== 'deleting')?.id;
