import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { natGatewaySharedAcrossZones } from './nat-gateway-shared-across-zones.ts';

const network = () =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-app', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .natGateway('nat-1', { subnet: 'public-a', address: '10.0.1.20', public: '203.0.113.9' })
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-app' });

ruleTester(natGatewaySharedAcrossZones, {
  fine: [{ name: 'its own zone only', design: network().subnet('db-b', { vpc: 'vpc-1', cidr: '10.0.4.0/24', zone: 'us-east-1b' }) }],
  wrong: [
    {
      name: 'a subnet of another zone',
      design: network().subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.3.0/24', zone: 'us-east-1b', table: 'rtb-app' }),
      at: 'nat-1',
      message: 'app-b is in another Availability Zone than nat-1 (us-east-1a) and loses the way out when that zone fails; give each zone a NAT gateway of its own.',
    },
    {
      name: 'subnets of two other zones',
      design: network().subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.3.0/24', zone: 'us-east-1b', table: 'rtb-app' }).subnet('app-c', { vpc: 'vpc-1', cidr: '10.0.4.0/24', zone: 'us-east-1c', table: 'rtb-app' }),
      at: 'nat-1',
      message: 'app-b and app-c are in another Availability Zone than nat-1 (us-east-1a) and lose the way out when that zone fails; give each zone a NAT gateway of its own.',
    },
  ],
});
