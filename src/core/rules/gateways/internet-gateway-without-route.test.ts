import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { internetGatewayWithoutRoute } from './internet-gateway-without-route.ts';

const network = (...routes: readonly string[]) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').internetGateway('igw-1', 'vpc-1').routeTable('rtb-a', 'vpc-1', routes);
const withSubnet = (...routes: readonly string[]) => network(...routes).subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' });

ruleTester(internetGatewayWithoutRoute, {
  fine: [
    { name: 'routed to', design: withSubnet('0.0.0.0/0 -> igw-1') },
    { name: 'a VPC that is only begun', design: network() },
    { name: 'the route tables were not in the snapshot', design: { ...withSubnet().build(), snapshot: { missing: ['route-tables'] } } },
  ],
  wrong: [
    {
      name: 'no table sends anything to it',
      design: withSubnet('192.168.0.0/16 -> vgw-1'),
      at: 'igw-1',
      message: 'igw-1 is attached to vpc-1, but no route table sends anything to it; add a route for 0.0.0.0/0 to the table of the public subnets, or detach it.',
    },
  ],
});
