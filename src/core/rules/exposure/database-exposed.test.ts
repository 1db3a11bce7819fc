import { asResourceId, asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { databaseExposed } from './database-exposed.ts';

const network = (...inbound: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .group('sg-db', 'vpc-1', { inbound })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .subnet('public-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', zone: 'us-east-1b', table: 'rtb-a' });

/** A DB instance whose interfaces the design does not hold. */
const withDatabase = (publiclyAccessible: boolean, ...inbound: readonly string[]) =>
  network(...inbound)
    .add('dbsg', { kind: 'db-subnet-group', name: 'db-subnets', vpc: asResourceId('vpc-1'), subnets: [asResourceId('public-a'), asResourceId('public-b')] })
    .add('orders', {
      kind: 'db-instance',
      name: 'orders',
      engine: 'mysql',
      port: 3306,
      subnetGroup: asResourceId('dbsg'),
      availabilityZone: 'us-east-1a',
      multiAz: false,
      publiclyAccessible,
      securityGroups: [asResourceId('sg-db')],
      state: 'available',
    });

const mysql = { name: 'mysqld', protocol: 'tcp', port: 3306, scheme: 'mysql', bindAddress: '0.0.0.0', running: true } as const;
const withServer = (services: Record<string, typeof mysql> | undefined, ...inbound: readonly string[]) =>
  network(...inbound).instance('box', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-db'], public: '203.0.113.1', ...(services && { more: { services } }) });

ruleTester(databaseExposed, {
  fine: [
    { name: 'not publicly accessible', design: withDatabase(false, 'tcp 3306 from 0.0.0.0/0') },
    { name: 'another port is open', design: withDatabase(true, 'tcp 5432 from 0.0.0.0/0') },
    { name: 'the application only', design: withDatabase(true, 'tcp 3306 from 10.0.0.0/16') },
    { name: 'all traffic to a machine of which nobody said that it is a database', design: withServer(undefined, 'all from 0.0.0.0/0') },
  ],
  wrong: [
    {
      name: 'a DB instance for everybody',
      design: withDatabase(true, 'tcp 3306 from 0.0.0.0/0'),
      at: 'sg-db/in-1',
      message: 'sg-db lets MySQL (TCP 3306) in from 0.0.0.0/0, the whole internet, and it arrives at orders; let only the group of the application in.',
      fixed: ['Let TCP 3306 in sg-db in from 10.0.0.0/16 only'],
    },
    {
      name: 'a DB instance for one address, which may be meant',
      design: withDatabase(true, 'tcp 3306 from 198.51.100.7/32'),
      at: 'sg-db/in-1',
      severity: 'warning',
      message: 'sg-db lets MySQL (TCP 3306) in from 198.51.100.7/32, and it arrives at orders; let only the group of the application in.',
      fixed: ['Let TCP 3306 in sg-db in from 10.0.0.0/16 only'],
    },
    {
      name: 'a DB instance by all traffic: only its port counts',
      design: withDatabase(true, 'all from 0.0.0.0/0'),
      at: 'sg-db/in-1',
      message: 'sg-db lets MySQL (TCP 3306) in from 0.0.0.0/0, the whole internet, and it arrives at orders; let only the group of the application in.',
    },
    {
      name: 'an instance whose group names database ports',
      design: withServer(undefined, 'tcp 6379-6380 from 0.0.0.0/0'),
      at: 'sg-db/in-1',
      message: 'sg-db lets Redis (TCP 6379) in from 0.0.0.0/0, the whole internet, and it arrives at box; let only the group of the application in.',
      fixed: ['Let TCP 6379–6380 in sg-db in from 10.0.0.0/16 only'],
    },
    {
      name: 'an instance known to run a database, behind all traffic',
      design: withServer({ [asRowId('service-1')]: mysql }, 'all from 0.0.0.0/0'),
      at: 'sg-db/in-1',
      message: 'sg-db lets MySQL (TCP 3306) in from 0.0.0.0/0, the whole internet, and it arrives at box; let only the group of the application in.',
    },
  ],
});
