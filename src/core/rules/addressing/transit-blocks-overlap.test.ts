import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { transitBlocksOverlap } from './transit-blocks-overlap.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const third = (cidr: string) => bareHub().vpc('vpc-c', cidr).subnet('link-c', { vpc: 'vpc-c', cidr }).attachment('tgw-attach-c', 'tgw-1', { vpc: 'vpc-c', subnets: ['link-c'] });

ruleTester(transitBlocksOverlap, {
  fine: [
    { name: 'other addresses', design: third('10.3.0.0/24').build() },
    { name: 'not attached', design: bareHub().vpc('vpc-c', '10.2.0.0/24').build() },
  ],
  wrong: [{ name: 'a part of another block', design: third('10.2.0.0/24').build(), at: 'vpc-b', message: 'vpc-b (10.2.0.0/16) and vpc-c (10.2.0.0/24) overlap and are both attached to tgw-1, which routes to one of them only; give one of them other addresses.' }],
});
