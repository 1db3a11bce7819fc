import { database, databaseInterface, databaseNetwork } from '../../testing/database-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { standbyInSameZone } from './standby-in-same-zone.ts';

const withPrimary = (multiAz = true, subnets: readonly string[] = ['db-a', 'db-b']) => databaseNetwork(subnets).add('orders', database({ multiAz })).add('eni-1', databaseInterface('db-a', '10.0.1.10', 'primary'));

ruleTester(standbyInSameZone, {
  fine: [
    { name: 'in two zones', design: withPrimary().add('eni-2', databaseInterface('db-b', '10.0.2.10', 'standby')) },
    { name: 'not Multi-AZ', design: withPrimary(false) },
    { name: 'where its addresses are is not known', design: databaseNetwork(['db-a', 'db-b']).add('orders', database({ multiAz: true })) },
    { name: 'a snapshot without the interface of the standby', design: { ...withPrimary().build(), snapshot: { missing: [] } } },
    { name: 'a group of one zone is a fault of its own', design: withPrimary(true, ['db-a']) },
  ],
  wrong: [
    { name: 'no standby', design: withPrimary(), at: 'orders', message: 'orders is Multi-AZ but has no standby; give it one in a second Availability Zone, or turn Multi-AZ off.' },
    {
      name: 'in one zone',
      design: withPrimary().add('eni-2', databaseInterface('public-a', '10.0.3.10', 'standby')),
      at: 'orders',
      message: 'orders is Multi-AZ, but primary and standby are both in us-east-1a; move the standby to another Availability Zone.',
    },
  ],
});
