import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { ipv6OnlyWithoutWayOut } from './ipv6-only-without-way-out.ts';

const message = 'subnet-six has IPv6 alone, and rtb-six has no IPv6 route out of the VPC; route ::/0 to an egress-only internet gateway, and 64:ff9b::/96 to a NAT gateway for IPv4 servers.';

ruleTester(ipv6OnlyWithoutWayOut, {
  fine: [
    { name: 'out by an egress-only internet gateway', design: network() },
    { name: 'out to IPv4 servers alone', design: network({ sixRoutes: ['64:ff9b::/96 -> nat-1'], isDns64: true }) },
    { name: 'a subnet with IPv4 too', design: network({ routes: [] }) },
  ],
  wrong: [
    { name: 'no route', design: network({ sixRoutes: [] }), at: 'subnet-six', message, fixed: ['Route ::/0 of rtb-six to eigw-1'] },
    { name: 'a route for IPv4 alone', design: network({ sixRoutes: ['0.0.0.0/0 -> nat-1'] }), at: 'subnet-six', message, fixed: ['Route ::/0 of rtb-six to eigw-1'] },
  ],
});
