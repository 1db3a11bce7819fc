import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { transitBlocksOverlap } from './transit-blocks-overlap.ts';

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

const third = (cidr: string) => hub().vpc('vpc-c', cidr).subnet('link-c', { vpc: 'vpc-c', cidr }).attachment('tgw-attach-c', 'tgw-1', { vpc: 'vpc-c', subnets: ['link-c'] });

ruleTester(transitBlocksOverlap, {
  fine: [
    { name: 'other addresses', design: third('10.3.0.0/24').build() },
    { name: 'not attached', design: hub().vpc('vpc-c', '10.2.0.0/24').build() },
  ],
  wrong: [{ name: 'a part of another block', design: third('10.2.0.0/24').build(), at: 'vpc-b', message: 'vpc-b (10.2.0.0/16) and vpc-c (10.2.0.0/24) overlap and are both attached to tgw-1, which routes to one of them only; give one of them other addresses.' }],
});
