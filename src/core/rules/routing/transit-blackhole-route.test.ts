import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { transitBlackholeRoute } from './transit-blackhole-route.ts';

/** Two VPCs on one transit gateway, routed both ways. */
ruleTester(transitBlackholeRoute, {
  fine: [
    { name: 'a blackhole on purpose', design: bareHub().transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.9.0.0/16 -> blackhole']).build() },
    { name: 'a route that leads on', design: bareHub().transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.2.0.0/16 -> tgw-attach-b']).build() },
  ],
  wrong: [
    { name: 'an attachment that is gone', design: bareHub().transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.9.0.0/16 -> tgw-attach-gone']).build(), at: 'tgw-rtb-tgw-1/route-1', fixed: ['Remove the route to 10.9.0.0/16 from tgw-rtb-tgw-1'], message: 'tgw-rtb-tgw-1 sends 10.9.0.0/16 to tgw-attach-gone, which carries nothing; point it at another attachment or remove it.' },
    { name: 'one that failed', design: bareHub().attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'], state: 'failed' }).transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.2.0.0/16 -> tgw-attach-b']).build(), at: 'tgw-rtb-tgw-1/route-1', fixed: ['Remove the route to 10.2.0.0/16 from tgw-rtb-tgw-1'], message: 'tgw-rtb-tgw-1 sends 10.2.0.0/16 to tgw-attach-b, which carries nothing; point it at another attachment or remove it.' },
  ],
});
