import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { publicAddressWithoutRoute } from './public-address-without-route.ts';

const network = (...routes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', routes)
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'], public: '203.0.113.1' });

ruleTester(publicAddressWithoutRoute, {
  fine: [
    { name: 'a route to the internet gateway', design: network('0.0.0.0/0 -> igw-1') },
    { name: 'another way out, whose replies stray, is told by the rule about that', design: network('0.0.0.0/0 -> nat-1') },
  ],
  wrong: [
    {
      name: 'no way out',
      design: network('192.168.0.0/16 -> vgw-1'),
      at: 'app-a',
      message: 'web (203.0.113.1) in app-a has a public address, but rtb-a has no route to an internet gateway; add the route, or take the address away.',
    },
    {
      name: 'two of them, told once',
      design: network().instance('web-2', { subnet: 'app-a', address: '10.0.1.11', groups: ['sg-default-vpc-1'], public: '203.0.113.2' }),
      at: 'app-a',
      message: 'web (203.0.113.1) and web-2 (203.0.113.2) in app-a have public addresses, but rtb-a has no route to an internet gateway; add the route, or take the addresses away.',
    },
  ],
});
