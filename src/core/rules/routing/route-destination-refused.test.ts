import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { routeDestinationRefused } from './route-destination-refused.ts';

const network = (route: string) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', [route])
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24' })
    .instance('router', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] });

ruleTester(routeDestinationRefused, {
  fine: [
    { name: 'a whole subnet by way of an interface', design: network('10.0.2.0/24 -> eni-router') },
    { name: 'the whole VPC by way of an interface', design: network('10.0.0.0/16 -> eni-router') },
    { name: 'a larger block around the reserved range', design: network('169.254.0.0/16 -> vgw-1') },
    { name: 'a propagated route inside the VPC only loses', design: network('10.0.2.0/24 -> vgw-1 propagated') },
    { name: 'a prefix list', design: network('pl-12345678 -> vgw-1') },
  ],
  wrong: [
    {
      name: 'the range of AWS services',
      design: network('169.254.169.0/24 -> vgw-1'),
      at: 'rtb-a/route-1',
      message: 'rtb-a has a route to 169.254.169.0/24, which lies in what AWS keeps for its own services (169.254.168.0/22 and fd00:ec2::/32); remove it.',
      fixed: ['Remove the route to 169.254.169.0/24 from rtb-a'],
    },
    {
      name: 'half a subnet',
      design: network('10.0.2.0/25 -> eni-router'),
      at: 'rtb-a/route-1',
      message: 'rtb-a has a route to 10.0.2.0/25, which is inside vpc-1 but is not the whole block of a subnet; AWS takes only whole subnets there, so name one or remove the route.',
      fixed: ['Remove the route to 10.0.2.0/25 from rtb-a'],
    },
    {
      name: 'a subnet by way of a gateway',
      design: network('10.0.2.0/24 -> vgw-1'),
      at: 'rtb-a/route-1',
      message: 'rtb-a has a route to 10.0.2.0/24 by vgw-1, but inside vpc-1 AWS routes only to NAT gateways, interfaces and appliances; remove it or choose such a target.',
      fixed: ['Remove the route to 10.0.2.0/24 from rtb-a'],
    },
  ],
});
