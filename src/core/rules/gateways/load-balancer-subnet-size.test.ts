import { balancedNetwork, withBalancer } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { loadBalancerSubnetSize } from './load-balancer-subnet-size.ts';

ruleTester(loadBalancerSubnetSize, {
  fine: [{ name: 'a /24', design: balancedNetwork() }],
  wrong: [
    {
      name: 'a /28',
      design: withBalancer(balancedNetwork().subnet('subnet-small', { vpc: 'vpc-1', cidr: '10.0.3.0/28', table: 'rtb-public' }), { subnets: ['subnet-small', 'subnet-public-b'] }),
      at: 'web',
      message: 'web stands in subnet-small, which is a /28; give it a /27 or larger with eight free addresses.',
    },
  ],
});
