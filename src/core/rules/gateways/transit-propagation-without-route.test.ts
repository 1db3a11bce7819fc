import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { transitPropagationWithoutRoute } from './transit-propagation-without-route.ts';

/** Two VPCs on one transit gateway, routed both ways. */
ruleTester(transitPropagationWithoutRoute, {
  fine: [{ name: 'routes lead back', design: bareHub().build() }],
  wrong: [{ name: 'no route in the VPC', design: bareHub().routeTable('rtb-main-vpc-b', 'vpc-b', []).build(), at: 'vpc-b', message: 'tgw-attach-b propagates into tgw-rtb-tgw-1, but no route table of vpc-b leads to tgw-1, so nothing comes back; add a route there.' }],
});
