import type { ResourceKind } from '../model/resources/index.ts';

export type PartGroup = 'Network' | 'Gateways' | 'Compute and data' | 'Rules' | 'Outside';

/** An Availability Zone is no resource: it is a name in its VPC. A regional NAT gateway is a NAT gateway that a VPC has. Every other part makes a resource of its own kind. */
export type PartId = Exclude<ResourceKind, 'db-subnet-group' | 'iam-role' | 'unmodelled' | 'transit-gateway-route-table' | 'transit-gateway-attachment'> | 'availability-zone' | 'regional-nat-gateway';

/** One thing of the palette. */
export interface Part {
  readonly id: PartId;
  readonly kind: ResourceKind | 'availability-zone';
  /** AWS's noun, with a capital: "NAT gateway". */
  readonly title: string;
  /** Id of its glyph in `core/drawing/glyphs`. */
  readonly glyph: string;
  readonly group: PartGroup;
  /** One line: what it is for and where it is dropped. */
  readonly description: string;
}

const part = (id: PartId, group: PartGroup, text: Pick<Part, 'title' | 'glyph' | 'description'>): Part => ({ id, kind: id === 'regional-nat-gateway' ? 'nat-gateway' : id, group, ...text });

/** Everything the palette offers, in its order. */
export const parts: readonly Part[] = [
  part('vpc', 'Network', { title: 'VPC', glyph: 'vpc', description: 'A private network with its own address block; drop it in a Region or on the canvas.' }),
  part('availability-zone', 'Network', { title: 'Availability Zone', glyph: 'availability-zone', description: 'A separate location of a Region; drop it in a VPC.' }),
  part('subnet', 'Network', { title: 'Subnet', glyph: 'subnet-public', description: 'A part of a VPC’s addresses in one zone; drop it in a VPC or a zone.' }),
  part('region', 'Network', { title: 'Region', glyph: 'region', description: 'A place where AWS runs data centres; drop it on the canvas.' }),
  part('nat-gateway', 'Gateways', { title: 'NAT gateway', glyph: 'nat-gateway', description: 'Lets private subnets open connections outwards; drop it in a public subnet.' }),
  part('regional-nat-gateway', 'Gateways', { title: 'Regional NAT gateway', glyph: 'nat-gateway', description: 'One NAT gateway for every zone of a VPC, without a public subnet; drop it on a VPC.' }),
  part('internet-gateway', 'Gateways', { title: 'Internet gateway', glyph: 'internet-gateway', description: 'Joins a VPC with the internet, both ways; drop it on a VPC.' }),
  part('egress-only-internet-gateway', 'Gateways', { title: 'Egress-only gateway', glyph: 'egress-only-internet-gateway', description: 'Lets IPv6 connections out to the internet and none in; drop it on a VPC.' }),
  part('virtual-private-gateway', 'Gateways', { title: 'Virtual private gateway', glyph: 'virtual-private-gateway', description: 'The VPC’s end of a VPN connection; drop it on a VPC.' }),
  part('customer-gateway', 'Gateways', { title: 'Customer gateway', glyph: 'customer-gateway', description: 'What AWS knows of the VPN device in an office; drop it on an on-premises network or the canvas.' }),
  part('vpn-connection', 'Gateways', { title: 'VPN connection', glyph: 'vpn-connection', description: 'Two tunnels between a virtual private or transit gateway and a customer gateway; drop it on either.' }),
  part('vpc-endpoint', 'Gateways', { title: 'VPC endpoint', glyph: 'vpc-endpoint', description: 'Leads to AWS services without the internet; drop it on a VPC (S3) or in a subnet (by interface).' }),
  part('transit-gateway', 'Gateways', { title: 'Transit gateway', glyph: 'transit-gateway', description: 'A router between many VPCs and networks; drop it in a Region or on a VPC.' }),
  part('vpc-peering-connection', 'Gateways', { title: 'VPC peering', glyph: 'vpc-peering-connection', description: 'Joins two VPCs by their private addresses; drop it on a VPC.' }),
  part('virtual-interface', 'Gateways', { title: 'Virtual interface', glyph: 'direct-connect', description: 'A private line between an on-premises network and a gateway; drop it on either.' }),
  part('direct-connect-gateway', 'Gateways', { title: 'Direct Connect gateway', glyph: 'direct-connect', description: 'Joins a private line with gateways of any Region; drop it on the canvas.' }),
  part('instance', 'Compute and data', { title: 'Instance', glyph: 'instance', description: 'An EC2 virtual machine; drop it in a subnet.' }),
  part('db-instance', 'Compute and data', { title: 'DB instance', glyph: 'db-instance', description: 'An RDS database over two zones; drop it in a VPC with private subnets.' }),
  part('load-balancer', 'Compute and data', { title: 'Load balancer', glyph: 'load-balancer', description: 'Takes requests and hands them to targets in several zones; drop it in a VPC.' }),
  part('target-group', 'Compute and data', { title: 'Target group', glyph: 'load-balancer', description: 'The instances or addresses a listener hands on to; drop it on a load balancer or a VPC.' }),
  part('network-interface', 'Compute and data', { title: 'Network interface', glyph: 'network-interface', description: 'An address and its security groups; drop it in a subnet or on an instance.' }),
  part('network-acl', 'Rules', { title: 'Network ACL', glyph: 'network-acl', description: 'Numbered rules at the edge of subnets, without memory of connections; drop it on a subnet or a VPC.' }),
  part('security-group', 'Rules', { title: 'Security group', glyph: 'security-group', description: 'Rules that let connections in and out of interfaces; drop it on an instance, a DB instance or a VPC.' }),
  part('route-table', 'Rules', { title: 'Route table', glyph: 'route-table', description: 'Says where a subnet’s traffic goes; drop it on a subnet or a VPC.' }),
  part('prefix-list', 'Rules', { title: 'Prefix list', glyph: 'prefix-list', description: 'Blocks that routes and rules name together; drop it in a Region.' }),
  part('elastic-ip', 'Compute and data', { title: 'Elastic IP', glyph: 'elastic-ip', description: 'A public address that stays; drop it on an instance or in a Region.' }),
  part('internet', 'Outside', { title: 'Internet', glyph: 'internet', description: 'Everybody outside; drop it on the canvas.' }),
  part('on-premises-network', 'Outside', { title: 'On-premises network', glyph: 'on-premises-network', description: 'An office or a data centre with its address blocks; drop it on the canvas.' }),
  part('client', 'Outside', { title: 'Client', glyph: 'client', description: 'One machine that asks, with its address and its firewall; drop it on the canvas or in an on-premises network.' }),
];

const partsById: ReadonlyMap<string, Part> = new Map(parts.map((entry) => [entry.id, entry]));

/** The part of that id; `undefined` for any other text. */
export function findPart(id: string): Part | undefined {
  return partsById.get(id);
}
