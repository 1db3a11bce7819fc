import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { transitBlackholeRoute } from './transit-blackhole-route.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const hub = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .routeTable('rtb-main-vpc-a', 'vpc-a', ['10.2.0.0/16 -> tgw-1'])
    .routeTable('rtb-main-vpc-b', 'vpc-b', ['10.1.0.0/16 -> tgw-1'])
    .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28' })
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28' })
    .transitGateway('tgw-1')
    .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'] })
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', [], { propagations: ['tgw-attach-a', 'tgw-attach-b'] });

ruleTester(transitBlackholeRoute, {
  fine: [
    { name: 'a blackhole on purpose', design: hub().transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.9.0.0/16 -> blackhole']).build() },
    { name: 'a route that leads on', design: hub().transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.2.0.0/16 -> tgw-attach-b']).build() },
  ],
  wrong: [
    { name: 'an attachment that is gone', design: hub().transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.9.0.0/16 -> tgw-attach-gone']).build(), at: 'tgw-rtb-tgw-1/route-1', fixed: ['Remove the route to 10.9.0.0/16 from tgw-rtb-tgw-1'], message: 'tgw-rtb-tgw-1 sends 10.9.0.0/16 to tgw-attach-gone, which carries nothing; point it at another attachment or remove it.' },
    { name: 'one that failed', design: hub().attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'], state: 'failed' }).transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.2.0.0/16 -> tgw-attach-b']).build(), at: 'tgw-rtb-tgw-1/route-1', fixed: ['Remove the route to 10.2.0.0/16 from tgw-rtb-tgw-1'], message: 'tgw-rtb-tgw-1 sends 10.2.0.0/16 to tgw-attach-b, which carries nothing; point it at another attachment or remove it.' },
  ],
});
