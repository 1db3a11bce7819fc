import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { sourceDestinationCheckOn } from './source-destination-check-on.ts';

const network = (...routes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-a', 'vpc-1', routes)
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .instance('router', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] });

ruleTester(sourceDestinationCheckOn, {
  fine: [{ name: 'no route points at it', design: network() }],
  wrong: [
    {
      name: 'a route points at it',
      design: network('0.0.0.0/0 -> router', '192.168.0.0/16 -> eni-router'),
      at: 'eni-router',
      message: 'rtb-a sends 0.0.0.0/0 to router, which drops what is not addressed to it; turn its source/destination check off.',
      fixed: ['Turn off the source/destination check of router'],
    },
  ],
});
