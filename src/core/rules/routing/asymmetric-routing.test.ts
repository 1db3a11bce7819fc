import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { asymmetricRouting } from './asymmetric-routing.ts';

/** A web server with a public address; its subnet has the routes given, and a NAT gateway stands in the next one. */
const network = (routes: readonly string[], inbound: readonly string[] = ['tcp 443 from 0.0.0.0/0']) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' })
    .routeTable('rtb-a', 'vpc-1', routes)
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-public' })
    .natGateway('nat-1', { subnet: 'public-a', address: '10.0.2.20', public: '203.0.113.9' })
    .group('sg-web', 'vpc-1', { inbound })
    .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.1' });

ruleTester(asymmetricRouting, {
  fine: [
    { name: 'in and out by the internet gateway', design: network(['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> vgw-1']) },
    { name: 'nobody is let in', design: network(['0.0.0.0/0 -> nat-1'], []) },
    { name: 'everybody is let in, but the office is not meant in particular', design: network(['0.0.0.0/0 -> igw-1']) },
  ],
  wrong: [
    {
      name: 'in by the internet gateway, out by the NAT gateway',
      design: network(['0.0.0.0/0 -> nat-1']),
      at: 'rtb-a/route-1',
      message: 'Requests reach web in app-a by igw-1, but rtb-a sends the replies (0.0.0.0/0) to nat-1, which drops them; route them back by igw-1.',
    },
    {
      name: 'part of the internet goes to the office',
      design: network(['0.0.0.0/0 -> igw-1', '198.51.100.0/24 -> vgw-1']),
      at: 'rtb-a/route-2',
      message: 'Requests reach web in app-a by igw-1, but rtb-a sends the replies (198.51.100.0/24) to vgw-1, which drops them; route them back by igw-1.',
    },
    {
      name: 'in by the VPN, out by the NAT gateway',
      design: network(['0.0.0.0/0 -> nat-1'], ['tcp 22 from 192.168.0.0/16']),
      at: 'rtb-a/route-1',
      message: 'Requests reach web in app-a by vgw-1, but rtb-a sends the replies (0.0.0.0/0) to nat-1, which drops them; route them back by vgw-1.',
    },
  ],
});
