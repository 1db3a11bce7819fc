import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { ipv6PastNatGateway } from './ipv6-past-nat-gateway.ts';

const both = ['0.0.0.0/0 -> nat-1', '::/0 -> igw-1'];
const message = 'rtb-out sends 0.0.0.0/0 to nat-1 but ::/0 straight to igw-1, which lets connections in over IPv6; send ::/0 to an egress-only internet gateway.';

ruleTester(ipv6PastNatGateway, {
  fine: [
    { name: 'IPv6 by an egress-only internet gateway', design: network() },
    { name: 'both by the internet gateway', design: network({ routes: ['0.0.0.0/0 -> igw-1', '::/0 -> igw-1'] }) },
    { name: 'no IPv6 in the subnets of the table', design: network({ routes: both }).subnet('subnet-out', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-out' }) },
  ],
  wrong: [
    { name: 'past the NAT gateway', design: network({ routes: both }), at: 'rtb-out/route-2', message, fixed: ['Send ::/0 of rtb-out to eigw-1'] },
    { name: 'without an egress-only internet gateway', design: network({ routes: both, sixRoutes: [], withEgressOnly: false }), at: 'rtb-out/route-2', message, fixed: ['Send ::/0 of rtb-out to a new egress-only internet gateway'] },
    {
      name: 'a NAT gateway stands in the subnet',
      design: network({ routes: both }).natGateway('nat-2', { subnet: 'subnet-out', address: '10.0.2.5', public: '203.0.113.51' }),
      at: 'rtb-out/route-2',
      message,
    },
  ],
});
