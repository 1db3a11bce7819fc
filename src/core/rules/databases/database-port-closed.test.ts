import { asResourceId } from '../../model/ids.ts';
import { database, databaseNetwork } from '../../testing/database-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { databasePortClosed } from './database-port-closed.ts';

const withRules = (...inbound: readonly string[]) => databaseNetwork(['db-a', 'db-b'], inbound).add('orders', database());

ruleTester(databasePortClosed, {
  fine: [
    { name: 'the port', design: withRules('tcp 3306 from 10.0.0.0/16') },
    { name: 'all traffic of a group nobody is in yet', design: withRules('all from sg-default-vpc-1') },
    { name: 'a group that is not known', design: databaseNetwork(['db-a', 'db-b'], []).add('orders', database({ securityGroups: [asResourceId('sg-db'), asResourceId('sg-gone')] })) },
  ],
  wrong: [
    { name: 'no rules', design: withRules(), at: 'orders', message: 'orders listens on TCP 3306, but sg-db lets nobody in there; add an inbound rule for the group of its application.' },
    { name: 'another port, and the right one over UDP', design: withRules('tcp 5432 from 0.0.0.0/0', 'udp 3306 from 0.0.0.0/0'), at: 'orders', message: 'orders listens on TCP 3306, but sg-db lets nobody in there; add an inbound rule for the group of its application.' },
  ],
});
