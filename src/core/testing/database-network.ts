import { asResourceId, asRowId } from '../model/ids.ts';
import type { DbInstance, NetworkInterface } from '../model/resources/index.ts';
import { DesignBuilder } from './design-builder.ts';

/** A VPC with subnets `db-a` and `db-b` in two zones and a DB subnet group `dbsg` of those that are named. */
export function databaseNetwork(subnets: readonly string[], inbound: readonly string[] = ['tcp 3306 from 10.0.0.0/16']): DesignBuilder {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .group('sg-db', 'vpc-1', { inbound })
    .subnet('db-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .subnet('db-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', zone: 'us-east-1b' })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-public' })
    .add('dbsg', { kind: 'db-subnet-group', name: 'db-subnets', vpc: asResourceId('vpc-1'), subnets: subnets.map(asResourceId) });
}

/** A MySQL instance in the group `sg-db`. */
export const database = (given: Partial<DbInstance> = {}): DbInstance => ({
  kind: 'db-instance',
  name: 'orders',
  engine: 'mysql',
  port: 3306,
  subnetGroup: asResourceId('dbsg'),
  multiAz: false,
  publiclyAccessible: false,
  securityGroups: [asResourceId('sg-db')],
  state: 'available',
  ...given,
});

/** The interface of the database `orders` in a subnet. */
export const databaseInterface = (subnet: string, address: string, role: 'primary' | 'standby'): NetworkInterface => ({
  kind: 'network-interface',
  name: `orders ${role}`,
  subnet: asResourceId(subnet),
  attachment: { resource: asResourceId('orders'), deviceIndex: 0, role },
  owner: 'rds',
  addresses: { [asRowId('address-1')]: { address, primary: true } },
  ipv6Addresses: {},
  securityGroups: [asResourceId('sg-db')],
  sourceDestinationCheck: true,
});
