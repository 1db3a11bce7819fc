import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { routeOutsidePeer } from './route-outside-peer.ts';

const routed = (destination: string) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' })
    .prefixList('pl-near', ['10.2.1.0/24', '10.2.2.0/24'])
    .prefixList('pl-wide', ['10.2.1.0/24', '10.3.0.0/16'])
    .prefixList('pl-unknown')
    .routeTable('rtb-a', 'vpc-a', [`${destination} -> pcx-1`]);
const part = (destination: string): string => `rtb-a sends ${destination} to pcx-1, but only a part of it lies in vpc-b (10.2.0.0/16), and the rest is dropped; route the peer’s own blocks only.`;

ruleTester(routeOutsidePeer, {
  fine: ['10.2.0.0/16', '10.2.1.0/24', 'pl-near', 'pl-unknown'].map((destination) => ({ name: destination, design: routed(destination) })),
  wrong: [
    { name: 'a third network', design: routed('10.3.0.0/16'), at: 'rtb-a/route-1', message: 'rtb-a sends 10.3.0.0/16 to pcx-1, but none of it lies in vpc-b (10.2.0.0/16), and the traffic is dropped; route the peer’s own blocks only.' },
    { name: 'more than the peer', design: routed('10.2.0.0/15'), at: 'rtb-a/route-1', message: part('10.2.0.0/15'), severity: 'advice' },
    { name: 'everything', design: routed('0.0.0.0/0'), at: 'rtb-a/route-1', message: part('0.0.0.0/0'), severity: 'advice' },
    { name: 'a list with more than the peer', design: routed('pl-wide'), at: 'rtb-a/route-1', message: part('pl-wide'), severity: 'advice' },
  ],
});
