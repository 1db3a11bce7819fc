import { asResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { securityGroupUnused } from './security-group-unused.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-a', 'vpc-1', { inbound: ['all from sg-a'] });
const balancer: Resource = { kind: 'unmodelled', name: 'web', type: 'load-balancer', subnets: [], data: { SecurityGroups: ['sg-a'] } };
const database: Resource = { kind: 'db-instance', name: 'db', engine: 'mysql', port: 3306, multiAz: false, publiclyAccessible: false, securityGroups: [asResourceId('sg-a')], state: 'available' };

ruleTester(securityGroupUnused, {
  fine: [
    { name: 'an interface is in it', design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }).instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-a'] }) },
    { name: 'a database is in it', design: network().add('db', database) },
    { name: 'another group names it', design: network().group('sg-default-vpc-1', 'vpc-1', { inbound: ['tcp 80 from sg-a'] }) },
    { name: 'a load balancer, which is not modelled, is in it', design: network().add('lb', balancer) },
    { name: 'who is in groups was not in the snapshot', design: { ...network().build(), snapshot: { missing: ['network-interfaces'] } } },
  ],
  wrong: [
    {
      name: 'it names only itself',
      design: network(),
      at: 'sg-a',
      message: 'sg-a is used by nothing: no interface is in it and no rule names it; delete it, or put in what it is meant for.',
      fixed: ['Delete sg-a'],
    },
  ],
});
