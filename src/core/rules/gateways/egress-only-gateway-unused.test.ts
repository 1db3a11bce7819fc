import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { egressOnlyGatewayUnused } from './egress-only-gateway-unused.ts';

ruleTester(egressOnlyGatewayUnused, {
  fine: [{ name: 'a route leads to it', design: network() }],
  wrong: [
    { name: 'no route', design: network({ routes: [], sixRoutes: [] }), at: 'eigw-1', message: 'No route table sends anything to eigw-1; add a route for ::/0 to the tables of the private subnets, or delete it.', fixed: ['Delete eigw-1'] },
  ],
});
