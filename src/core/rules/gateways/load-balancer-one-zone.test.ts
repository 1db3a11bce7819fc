import { balancedNetwork, withBalancer } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { loadBalancerOneZone } from './load-balancer-one-zone.ts';

ruleTester(loadBalancerOneZone, {
  fine: [
    { name: 'two zones', design: balancedNetwork() },
    { name: 'a Network Load Balancer in one', design: balancedNetwork().loadBalancer('web', { type: 'network', vpc: 'vpc-1', subnets: ['subnet-public-a'], listeners: [] }) },
  ],
  wrong: [{ name: 'one zone', design: withBalancer(balancedNetwork(), { subnets: ['subnet-public-a'] }), at: 'web', message: 'web stands in us-east-1a only; give it a subnet in a second zone.' }],
});
