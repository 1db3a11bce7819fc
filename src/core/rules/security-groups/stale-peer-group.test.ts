import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { stalePeerGroup } from './stale-peer-group.ts';

type State = 'active' | 'pending-acceptance' | 'deleted';
const network = () =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .group('sg-a', 'vpc-a', { inbound: [], outbound: ['tcp 443 to sg-b'] })
    .group('sg-b', 'vpc-b', { inbound: [] });
const peered = (state: State) => network().peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state });

ruleTester(stalePeerGroup, {
  fine: [
    { name: 'an active peering', design: peered('active') },
    { name: 'a group of the same VPC', design: network().group('sg-a', 'vpc-a', { inbound: ['all from sg-default-vpc-a'], outbound: [] }) },
    { name: 'a group of an account that is not in the design', design: network().group('sg-a', 'vpc-a', { inbound: ['all from sg-9@444455556666'], outbound: [] }) },
  ],
  wrong: [
    {
      name: 'a peering that is over',
      design: peered('deleted'),
      at: 'sg-a/out-1',
      message: 'sg-a lets TCP 443 out to sg-b, a group of vpc-b, whose peering is over, so the rule is stale and matches nobody; remove it, or peer the VPCs again.',
      fixed: ['Remove the outbound rule for TCP 443 from sg-a'],
    },
    {
      name: 'no peering',
      design: network(),
      at: 'sg-a/out-1',
      message: 'sg-a lets TCP 443 out to sg-b, a group of vpc-b, which is not peered with this VPC, so the rule matches nobody; peer the VPCs, or remove the rule.',
      fixed: ['Remove the outbound rule for TCP 443 from sg-a'],
    },
    { name: 'a peering that waits', design: peered('pending-acceptance'), at: 'sg-a/out-1', message: 'sg-a lets TCP 443 out to sg-b, a group of vpc-b, whose peering is not active yet, so the rule matches nobody; accept the peering.' },
  ],
});
