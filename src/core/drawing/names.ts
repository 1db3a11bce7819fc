import type { Client } from '../model/resources/index.ts';
import type { NodeKind } from './containers.ts';

/** AWS's nouns for the kinds of node. */
export const kindNames: Readonly<Record<NodeKind, string>> = {
  region: 'Region',
  vpc: 'VPC',
  zone: 'Availability Zone',
  subnet: 'Subnet',
  instance: 'Instance',
  'db-instance': 'DB instance',
  'db-standby': 'Standby of DB instance',
  'nat-gateway': 'NAT gateway',
  'internet-gateway': 'Internet gateway',
  'egress-only-internet-gateway': 'Egress-only internet gateway',
  'virtual-private-gateway': 'Virtual private gateway',
  'customer-gateway': 'Customer gateway',
  'transit-gateway': 'Transit gateway',
  'direct-connect-gateway': 'Direct Connect gateway',
  'vpc-peering-connection': 'VPC peering connection',
  'load-balancer': 'Load balancer',
  'vpc-endpoint': 'VPC endpoint',
  'network-interface': 'Network interface',
  'on-premises-network': 'On-premises network',
  client: 'Client',
  internet: 'Internet',
  unmodelled: 'Resource that is not modelled',
};

/** How the engines of RDS are written (RDS API Reference, DBInstance, `Engine`). */
export const engineNames: Readonly<Record<string, string>> = {
  'aurora-mysql': 'Aurora MySQL',
  'aurora-postgresql': 'Aurora PostgreSQL',
  mariadb: 'MariaDB',
  mysql: 'MySQL',
  postgres: 'PostgreSQL',
  'oracle-ee': 'Oracle',
  'oracle-ee-cdb': 'Oracle',
  'oracle-se2': 'Oracle',
  'oracle-se2-cdb': 'Oracle',
  'sqlserver-ee': 'SQL Server',
  'sqlserver-ex': 'SQL Server',
  'sqlserver-se': 'SQL Server',
  'sqlserver-web': 'SQL Server',
};

export const operatingSystemNames: Readonly<Record<Client['operatingSystem'], string>> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
  other: '',
};

/** Services that own network interfaces in a customer's subnets. */
export const ownerNames: Readonly<Record<string, string>> = {
  elb: 'ELB',
  efs: 'EFS',
  eks: 'EKS',
  lambda: 'Lambda',
  rds: 'RDS',
  redshift: 'Redshift',
  elasticache: 'ElastiCache',
  'vpc-endpoint': 'VPC endpoint',
  'nat-gateway': 'NAT gateway',
  'transit-gateway': 'transit gateway',
};

/** Types of resources that are not modelled and whose words do not follow from the type. */
export const unmodelledNames: Readonly<Record<string, string>> = {
  'vpc-endpoint': 'VPC endpoint',
  'vpc-peering-connection': 'peering connection',
  'transit-gateway-vpc-attachment': 'transit gateway attachment',
  'efs-mount-target': 'EFS mount target',
  'elasticache-cluster': 'ElastiCache cluster',
  'opensearch-domain': 'OpenSearch domain',
  'db-cluster': 'DB cluster',
  'db-proxy': 'RDS Proxy',
  'client-vpn-endpoint': 'Client VPN endpoint',
  'instance-connect-endpoint': 'EC2 Instance Connect Endpoint',
  'classic-load-balancer': 'Classic Load Balancer',
};
