import { database, databaseNetwork } from '../../testing/database-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { databaseInPublicSubnet } from './database-in-public-subnet.ts';

ruleTester(databaseInPublicSubnet, {
  fine: [
    { name: 'private subnets', design: databaseNetwork(['db-a', 'db-b']).add('orders', database()) },
    { name: 'public on purpose', design: databaseNetwork(['public-a', 'db-b']).add('orders', database({ publiclyAccessible: true })) },
  ],
  wrong: [
    { name: 'one public subnet', design: databaseNetwork(['public-a', 'db-b']).add('orders', database()), at: 'orders', message: 'orders can stand in public-a, a public subnet; choose private subnets for its DB subnet group.' },
  ],
});
