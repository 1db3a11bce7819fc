import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { natGatewayUnused } from './nat-gateway-unused.ts';

const network = (...routes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-app', 'vpc-1', routes)
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .natGateway('nat-1', { subnet: 'public-a', address: '10.0.1.20', public: '203.0.113.9' });

ruleTester(natGatewayUnused, {
  fine: [
    { name: 'routed to', design: network('0.0.0.0/0 -> nat-1') },
    { name: 'deleted', design: network().natGateway('nat-1', { subnet: 'public-a', address: '10.0.1.20', state: 'deleted' }) },
  ],
  wrong: [
    { name: 'no route leads to it', design: network(), at: 'nat-1', message: 'No route table sends anything to nat-1; add a route for 0.0.0.0/0 to the tables of the private subnets, or delete it.', fixed: ['Delete nat-1'] },
  ],
});
