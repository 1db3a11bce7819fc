import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { privateNatToInternet } from './private-nat-to-internet.ts';

const network = (appRoute: string, natRoutes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .routeTable('rtb-nat', 'vpc-1', natRoutes)
    .routeTable('rtb-app', 'vpc-1', [appRoute])
    .subnet('nat-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-nat' })
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-app' })
    .natGateway('nat-1', { subnet: 'nat-a', address: '10.0.1.20' });

ruleTester(privateNatToInternet, {
  fine: [
    { name: 'on to the office', design: network('192.168.0.0/16 -> nat-1', ['192.168.0.0/16 -> vgw-1']) },
    { name: 'the internet is asked for elsewhere', design: network('192.168.0.0/16 -> nat-1', ['192.168.0.0/16 -> vgw-1', '0.0.0.0/0 -> igw-1']) },
  ],
  wrong: [
    {
      name: 'on to the internet',
      design: network('0.0.0.0/0 -> nat-1', ['0.0.0.0/0 -> igw-1']),
      at: 'nat-1',
      message: 'rtb-app sends 0.0.0.0/0 to nat-1, which is a private NAT gateway and goes on to an internet gateway, which drops it; use a public NAT gateway.',
    },
  ],
});
