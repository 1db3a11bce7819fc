import { databaseNetwork } from '../../testing/database-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { dbSubnetGroupOneZone } from './db-subnet-group-one-zone.ts';

ruleTester(dbSubnetGroupOneZone, {
  fine: [
    { name: 'two zones', design: databaseNetwork(['db-a', 'db-b']) },
    { name: 'a subnet that is not known may be in the second zone', design: databaseNetwork(['db-a', 'subnet-gone']) },
  ],
  wrong: [
    { name: 'one zone', design: databaseNetwork(['db-a']), at: 'dbsg', message: 'All subnets of db-subnets are in us-east-1a; add a subnet of a second Availability Zone.' },
    { name: 'no subnets', design: databaseNetwork([]), at: 'dbsg', message: 'db-subnets has no subnets; add subnets of two Availability Zones.' },
  ],
});
