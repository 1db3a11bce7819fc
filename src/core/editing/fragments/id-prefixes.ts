import type { ResourceKind } from '../../model/resources/index.ts';

/** What ids of a kind start with: AWS's own prefixes where AWS has one. */
export const idPrefixes: Readonly<Record<ResourceKind, string>> = {
  region: 'region',
  vpc: 'vpc',
  subnet: 'subnet',
  'route-table': 'rtb',
  'internet-gateway': 'igw',
  'nat-gateway': 'nat',
  'virtual-private-gateway': 'vgw',
  'customer-gateway': 'cgw',
  'vpn-connection': 'vpn',
  'network-acl': 'acl',
  'security-group': 'sg',
  instance: 'i',
  'network-interface': 'eni',
  'elastic-ip': 'eipalloc',
  'db-subnet-group': 'dbsubnetgroup',
  'db-instance': 'db',
  'on-premises-network': 'onprem',
  client: 'client',
  internet: 'internet',
  unmodelled: 'resource',
};
