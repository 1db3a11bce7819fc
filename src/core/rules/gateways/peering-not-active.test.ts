import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { peeringNotActive } from './peering-not-active.ts';

type State = 'active' | 'pending-acceptance' | 'deleted';
const peered = (state: State, lines: readonly string[] = ['10.2.0.0/16 -> pcx-1']) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state })
    .routeTable('rtb-a', 'vpc-a', lines)
    .subnet('subnet-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a' });

ruleTester(peeringNotActive, {
  fine: [
    { name: 'active', design: peered('active') },
    { name: 'over, and nothing leads to it', design: peered('deleted', []) },
    { name: 'waiting, and nothing leads to it', design: peered('pending-acceptance', []) },
  ],
  wrong: [
    {
      name: 'waiting',
      design: peered('pending-acceptance'),
      at: 'pcx-1',
      message: 'rtb-a sends traffic to pcx-1, whose state is pending acceptance, so it is dropped; have the owner of the accepter VPC accept it.',
      fixed: ['Accept pcx-1'],
    },
    { name: 'over', design: peered('deleted'), at: 'pcx-1', message: 'rtb-a sends traffic to pcx-1, whose state is deleted, so it is dropped; remove the routes, or make a new peering and point them at it.' },
    {
      name: 'waiting, with a route that would not be right',
      design: peered('pending-acceptance', ['0.0.0.0/0 -> pcx-1']),
      at: 'pcx-1',
      message: 'rtb-a sends traffic to pcx-1, whose state is pending acceptance, so it is dropped; have the owner of the accepter VPC accept it.',
    },
    {
      name: 'over, in tables that nothing uses',
      design: peered('deleted', []).routeTable('rtb-b', 'vpc-b', ['10.1.0.0/16 -> pcx-1']).routeTable('rtb-c', 'vpc-b', ['10.1.0.0/16 -> pcx-1']),
      at: 'pcx-1',
      message: 'rtb-b and rtb-c send traffic to pcx-1, whose state is deleted, so it is dropped; remove the routes, or make a new peering and point them at it.',
      severity: 'warning',
    },
  ],
});
