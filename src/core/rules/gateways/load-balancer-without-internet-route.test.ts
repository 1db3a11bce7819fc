import { balancedNetwork, withBalancer } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { loadBalancerWithoutInternetRoute } from './load-balancer-without-internet-route.ts';

ruleTester(loadBalancerWithoutInternetRoute, {
  fine: [
    { name: 'public subnets', design: balancedNetwork() },
    { name: 'internal', design: balancedNetwork().loadBalancer('web', { vpc: 'vpc-1', subnets: ['subnet-a'], listeners: [] }) },
  ],
  wrong: [
    {
      name: 'a private subnet',
      design: withBalancer(balancedNetwork(), { subnets: ['subnet-public-a', 'subnet-b'] }),
      at: 'web',
      message: 'web is internet-facing, but subnet-b has no route to an internet gateway (rtb-main-vpc-1); put it into a public subnet of that zone.',
    },
  ],
});
