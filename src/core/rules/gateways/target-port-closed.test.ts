import { balancedNetwork } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { targetPortClosed } from './target-port-closed.ts';

ruleTester(targetPortClosed, {
  fine: [{ name: 'the load balancer is let in', design: balancedNetwork() }],
  wrong: [
    {
      name: 'another port is open',
      design: balancedNetwork().group('sg-web', 'vpc-1', { inbound: ['tcp 80 from sg-lb'] }),
      at: ['web/listener-1', 'web/listener-1'],
      message: 'web hands on to i-a on port 8080, but sg-web does not let it in; add an inbound rule for the group of web.',
    },
  ],
});
