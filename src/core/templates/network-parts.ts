import { makeNatGateway } from '../editing/adding/add-gateway.ts';
import { ensureInternet } from '../editing/adding/add-outside.ts';
import { makeNetworkAcl, makeRouteTable } from '../editing/adding/add-rules.ts';
import { makeSubnet, type NewSubnet } from '../editing/adding/add-subnet.ts';
import { makeVpc } from '../editing/adding/add-vpc.ts';
import { makeGroup } from '../editing/adding/make-interface.ts';
import type { Draft } from '../editing/draft.ts';
import { allocate, associate } from '../editing/elastic-ip.ts';
import { putAclRule, type GivenAclRule } from '../editing/network-acl-rules.ts';
import { putRoute } from '../editing/routes.ts';
import { putGroupRule, type GivenGroupRule } from '../editing/security-group-rules.ts';
import type { ResourceId } from '../model/ids.ts';

export const EVERYWHERE = '0.0.0.0/0';

export interface NetworkWanted {
  readonly name: string;
  readonly cidr: string;
  readonly region?: string;
  readonly zones: readonly string[];
}

/** A Region with one VPC. */
export function placeVpc(draft: Draft, { name, cidr, region = 'us-east-1', zones }: NetworkWanted): ResourceId {
  const home = draft.add('region', { kind: 'region', name: region, code: region });
  return makeVpc(draft, { name, region: home, cidr, zones });
}

/** An internet gateway on the VPC, with the internet beyond it. */
export function placeInternetGateway(draft: Draft, vpc: ResourceId, name: string): ResourceId {
  ensureInternet(draft);
  const { region } = draft.need(vpc, 'vpc');
  return draft.add('igw', { kind: 'internet-gateway', name, region, vpc });
}

/** A custom route table with one route each for the destinations given. */
export function placeRouteTable(draft: Draft, vpc: ResourceId, { name, routes }: { readonly name: string; readonly routes: Readonly<Record<string, ResourceId>> }): ResourceId {
  const routeTable = makeRouteTable(draft, vpc, name);
  for (const [destination, target] of Object.entries(routes)) putRoute(draft, { routeTable, destination, target });
  return routeTable;
}

/** Subnets by name, in the order given. */
export function placeSubnets<Name extends string>(draft: Draft, subnets: readonly (NewSubnet & { readonly name: Name })[]): Readonly<Record<Name, ResourceId>> {
  return Object.fromEntries(subnets.map((subnet) => [subnet.name, makeSubnet(draft, subnet)])) as Record<Name, ResourceId>;
}

/** A security group with its inbound rules; outbound it lets everything out, as AWS makes it. */
export function placeGroup(draft: Draft, vpc: ResourceId, { name, inbound }: { readonly name: string; readonly inbound: readonly GivenGroupRule[] }): ResourceId {
  const securityGroup = makeGroup(draft, vpc, name);
  for (const rule of inbound) putGroupRule(draft, { securityGroup, direction: 'inbound', rule });
  return securityGroup;
}

export interface WantedAcl {
  readonly name: string;
  readonly inbound: readonly GivenAclRule[];
  readonly outbound: readonly GivenAclRule[];
  readonly subnets: readonly (ResourceId | undefined)[];
}

/** A custom network ACL with rules 100, 110, …, put on the subnets. */
export function placeNetworkAcl(draft: Draft, vpc: ResourceId, { name, inbound, outbound, subnets }: WantedAcl): ResourceId {
  const networkAcl = makeNetworkAcl(draft, vpc, name);
  for (const rule of inbound) putAclRule(draft, { networkAcl, direction: 'inbound', rule });
  for (const rule of outbound) putAclRule(draft, { networkAcl, direction: 'outbound', rule });
  for (const subnet of subnets) if (subnet !== undefined) draft.change(subnet, 'subnet', { networkAcl });
  return networkAcl;
}

/** A NAT gateway; `address` is its private one. */
export function placeNatGateway(draft: Draft, subnet: ResourceId, { name, address }: { readonly name: string; readonly address?: string }): ResourceId {
  const nat = makeNatGateway(draft, subnet, name);
  if (address === undefined) return nat;
  const { addresses } = draft.need(nat, 'nat-gateway');
  const [row, held] = Object.entries(addresses)[0] ?? [];
  if (row !== undefined && held) draft.change(nat, 'nat-gateway', { addresses: { [row]: { ...held, privateAddress: address } } });
  return nat;
}

/** Gives an instance an Elastic IP address. */
export const giveElasticIp = (draft: Draft, instance: ResourceId): void => {
  associate(draft, instance, allocate(draft));
};

/** A rule that lets TCP in on one port from a block. */
export const tcpFrom = (cidr: string, port: number, toPort = port): GivenGroupRule => ({ protocol: 'tcp', fromPort: port, toPort, peer: { cidr } });

/** A rule that lets TCP in on one port from the members of a group. */
export const tcpFromGroup = (group: ResourceId, port: number): GivenGroupRule => ({ protocol: 'tcp', fromPort: port, toPort: port, peer: { group } });

/** An ACL rule that allows TCP on a range of ports. */
export const allowTcp = (cidr: string, port: number, toPort = port): GivenAclRule => ({ protocol: 'tcp', fromPort: port, toPort, cidr, action: 'allow' });

/** Where replies go: every client's source ports (VPC User Guide, vpc-network-acls, ephemeral ports). */
export const EPHEMERAL = [1024, 65_535] as const;

/** A service that runs and listens on every address. */
export { completeService as service } from '../editing/services.ts';
