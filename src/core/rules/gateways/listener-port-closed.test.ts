import { balancedNetwork, withBalancer } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { listenerPortClosed } from './listener-port-closed.ts';

ruleTester(listenerPortClosed, {
  fine: [
    { name: 'open', design: balancedNetwork() },
    { name: 'a Network Load Balancer without groups', design: balancedNetwork().loadBalancer('web', { type: 'network', vpc: 'vpc-1', subnets: ['subnet-public-a'], listeners: ['TCP 443 -> tg-web'] }) },
  ],
  wrong: [
    {
      name: 'a listener that nobody is let in to',
      design: withBalancer(balancedNetwork(), { listeners: ['HTTP 80 -> tg-web', 'HTTPS 443 -> tg-web'] }),
      at: 'web/listener-2',
      message: 'web listens on HTTPS 443, but no inbound rule of sg-lb lets that port in; add one.',
    },
  ],
});
