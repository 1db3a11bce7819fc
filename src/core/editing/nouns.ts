import type { Resource, ResourceKind } from '../model/resources/index.ts';
import type { PartId } from './parts.ts';

const NOUNS: Readonly<Record<ResourceKind | PartId, string>> = {
  region: 'Region',
  vpc: 'VPC',
  'availability-zone': 'Availability Zone',
  subnet: 'subnet',
  'route-table': 'route table',
  'internet-gateway': 'internet gateway',
  'egress-only-internet-gateway': 'egress-only internet gateway',
  'nat-gateway': 'NAT gateway',
  'regional-nat-gateway': 'regional NAT gateway',
  'virtual-private-gateway': 'virtual private gateway',
  'customer-gateway': 'customer gateway',
  'vpn-connection': 'VPN connection',
  'transit-gateway': 'transit gateway',
  'transit-gateway-route-table': 'transit gateway route table',
  'transit-gateway-attachment': 'transit gateway attachment',
  'direct-connect-gateway': 'Direct Connect gateway',
  'virtual-interface': 'virtual interface',
  'vpc-peering-connection': 'VPC peering connection',
  'prefix-list': 'prefix list',
  'load-balancer': 'load balancer',
  'target-group': 'target group',
  'vpc-endpoint': 'VPC endpoint',
  'network-acl': 'network ACL',
  'security-group': 'security group',
  instance: 'instance',
  'network-interface': 'network interface',
  'elastic-ip': 'Elastic IP address',
  'db-subnet-group': 'DB subnet group',
  'db-instance': 'DB instance',
  'on-premises-network': 'on-premises network',
  client: 'client',
  internet: 'internet cloud',
  'iam-role': 'IAM role',
  unmodelled: 'resource',
};

/** AWS's noun for a kind, as it stands inside a sentence. */
export const nounOf = (kind: ResourceKind | PartId): string => NOUNS[kind];

/** The noun of several: "subnets", "Elastic IP addresses". */
export const pluralOf = (kind: ResourceKind): string => `${nounOf(kind)}${nounOf(kind).endsWith('s') ? 'es' : 's'}`;

/** A noun with "a" or "an", by its first letter: "an EFS mount target", "a VPC endpoint". */
export const withArticleBefore = (noun: string): string => (/^[aeio]/i.test(noun) ? `an ${noun}` : `a ${noun}`);

/** The noun with "a" or "an": "an internet gateway". */
export const withArticle = (kind: ResourceKind | PartId): string => withArticleBefore(nounOf(kind));

/** The sentence with a capital at its start. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A resource as a sentence names it for the first time: "subnet app-a". */
export const describeResource = (resource: Resource): string => `${nounOf(resource.kind)} ${resource.name}`;

/** "a", "a and b", "a, b and c". */
export function joinNames(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Thousands separated by commas: 65,536. */
export const withCommas = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** "1 subnet", "2 subnets"; the noun in the singular. */
export const countOf = (count: number, noun: string): string => `${withCommas(count)} ${noun}${count === 1 ? '' : 's'}`;
