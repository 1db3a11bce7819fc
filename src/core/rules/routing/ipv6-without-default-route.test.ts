import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { ipv6WithoutDefaultRoute } from './ipv6-without-default-route.ts';

const start = 'subnet-out has IPv6 addresses, but rtb-out has only 0.0.0.0/0, to';
const openWeb = { inbound: ['tcp 22 from 0.0.0.0/0'], outbound: ['all to 0.0.0.0/0'] };

ruleTester(ipv6WithoutDefaultRoute, {
  fine: [
    { name: 'routes for both', design: network() },
    { name: 'no way out over IPv4 either', design: network({ routes: [] }) },
    { name: 'a part of the IPv6 internet is routed', design: network({ routes: ['0.0.0.0/0 -> nat-1', '2600::/12 -> eigw-1'] }) },
    { name: 'a block and no addresses', design: network({ routes: ['0.0.0.0/0 -> nat-1'] }).machine('i-out', { subnet: 'subnet-out', address: '10.0.2.10', groups: ['sg-out'] }) },
  ],
  wrong: [
    { name: 'private', design: network({ routes: ['0.0.0.0/0 -> nat-1'] }), at: 'rtb-out/route-1', message: `${start} nat-1, and no route for ::/0; add one.`, fixed: ['Route ::/0 of rtb-out to eigw-1'] },
    { name: 'private, without a gateway for it', design: network({ routes: ['0.0.0.0/0 -> nat-1'], sixRoutes: [], withEgressOnly: false }), at: 'rtb-out/route-1', message: `${start} nat-1, and no route for ::/0; add one.`, fixed: ['Route ::/0 of rtb-out to a new egress-only internet gateway'] },
    { name: 'public', design: network({ routes: ['0.0.0.0/0 -> igw-1'] }), at: 'rtb-out/route-1', message: `${start} igw-1, and no route for ::/0; add one.`, fixed: ['Route ::/0 of rtb-out to igw-1'] },
    { name: 'public, where a sensitive port might open', design: network({ routes: ['0.0.0.0/0 -> igw-1'] }).group('sg-out', 'vpc-1', openWeb), at: 'rtb-out/route-1', message: `${start} igw-1, and no route for ::/0; add one.` },
  ],
});
