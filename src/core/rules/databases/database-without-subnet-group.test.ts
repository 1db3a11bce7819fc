import { database, databaseInterface, databaseNetwork } from '../../testing/database-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { databaseWithoutSubnetGroup } from './database-without-subnet-group.ts';

const { subnetGroup: _group, ...without } = database();

ruleTester(databaseWithoutSubnetGroup, {
  fine: [
    { name: 'with a group', design: databaseNetwork(['db-a', 'db-b']).add('orders', database()) },
    { name: 'its interface says where it stands', design: databaseNetwork(['db-a', 'db-b']).add('orders', without).add('eni-1', databaseInterface('db-a', '10.0.1.10', 'primary')) },
  ],
  wrong: [
    {
      name: 'without',
      design: databaseNetwork(['db-a', 'db-b']).add('orders', without),
      at: 'orders',
      message: 'orders has no DB subnet group, so it stands in no subnet of the design; choose a group with private subnets in two zones.',
    },
  ],
});
