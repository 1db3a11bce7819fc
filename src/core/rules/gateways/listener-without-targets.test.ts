import { balancedNetwork, withBalancer } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { listenerWithoutTargets } from './listener-without-targets.ts';

ruleTester(listenerWithoutTargets, {
  fine: [
    { name: 'two targets', design: balancedNetwork() },
    { name: 'targets that are not known', design: balancedNetwork().targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: [], more: { targetsKnown: false } }) },
  ],
  wrong: [
    { name: 'an empty target group', design: balancedNetwork().targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: [] }), at: 'web/listener-1', message: 'Listener HTTP 80 of web has no targets; register instances with its target group.' },
    { name: 'no target group', design: withBalancer(balancedNetwork(), { listeners: ['HTTP 80'] }), at: 'web/listener-1', message: 'Listener HTTP 80 of web has no targets; register instances with its target group.' },
  ],
});
