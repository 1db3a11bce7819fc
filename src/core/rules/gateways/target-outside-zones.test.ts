import { balancedNetwork, withBalancer } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { targetOutsideZones } from './target-outside-zones.ts';

ruleTester(targetOutsideZones, {
  fine: [{ name: 'both zones', design: balancedNetwork() }],
  wrong: [
    {
      name: 'a target in a zone without a subnet of the load balancer',
      design: withBalancer(balancedNetwork(), { subnets: ['subnet-public-a'] }),
      at: 'web',
      message: 'i-b is a target of web in us-east-1b, where web has no subnet, so it gets nothing; give web a subnet there.',
    },
  ],
});
