import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { nat64RouteWithoutDns64 } from './nat64-route-without-dns64.ts';

const ROUTES = ['64:ff9b::/96 -> nat-1', '::/0 -> eigw-1'];
const ending = 'has DNS64 off, so no name resolves to such an address; turn DNS64 on.';

ruleTester(nat64RouteWithoutDns64, {
  fine: [
    { name: 'no route', design: network() },
    { name: 'both', design: network({ isDns64: true, sixRoutes: ROUTES }) },
    { name: 'a subnet with IPv4 shares the table', design: network({ isDns64: true, sixRoutes: ROUTES }).ipv6Subnet('subnet-out', { vpc: 'vpc-1', cidr: '10.0.2.0/24', ipv6: '2001:db8:0:102::/64', table: 'rtb-six' }) },
  ],
  wrong: [
    { name: 'IPv6 alone', design: network({ sixRoutes: ROUTES }), at: 'subnet-six', message: `rtb-six routes 64:ff9b::/96 to a NAT gateway, but subnet-six ${ending}`, fixed: ['Turn DNS64 on in subnet-six'] },
    { name: 'both families, and nobody has DNS64', design: network({ routes: ROUTES }), at: 'subnet-out', message: `rtb-out routes 64:ff9b::/96 to a NAT gateway, but subnet-out ${ending}`, fixed: ['Turn DNS64 on in subnet-out'] },
  ],
});
