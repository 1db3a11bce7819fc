import { database, databaseNetwork } from '../../testing/database-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { databasePubliclyAccessible } from './database-publicly-accessible.ts';

const subnets = ['db-a', 'db-b'];

ruleTester(databasePubliclyAccessible, {
  fine: [
    { name: 'off', design: databaseNetwork(subnets).add('orders', database()) },
    { name: 'a proved path is told by the rule about exposure', design: databaseNetwork(['public-a', 'db-b'], ['tcp 3306 from 0.0.0.0/0']).add('orders', database({ publiclyAccessible: true, availabilityZone: 'us-east-1a' })) },
  ],
  wrong: [
    {
      name: 'on, though nothing gets through',
      design: databaseNetwork(subnets).add('orders', database({ publiclyAccessible: true })),
      at: 'orders',
      message: 'orders is publicly accessible, though nothing from the internet gets through to it today; turn public access off.',
      fixed: ['Make orders not publicly accessible'],
    },
  ],
});
