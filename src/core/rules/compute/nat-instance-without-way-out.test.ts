import { applianceNetwork } from '../../testing/appliance-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { natInstanceWithoutWayOut } from './nat-instance-without-way-out.ts';

const network = (isPublic = true) => applianceNetwork({ edge: [], gateways: [], forwards: 'nat', isPublic });
const start = 'rtb-web sends 0.0.0.0/0 to the NAT instance i-fw';

ruleTester(natInstanceWithoutWayOut, {
  fine: [
    { name: 'in a public subnet, with a public address', design: network() },
    { name: 'a router', design: applianceNetwork({ edge: [], gateways: [], isPublic: false }) },
    { name: 'a dead way out is told by the rule about routes', design: network().routeTable('rtb-fw', 'vpc-1', ['0.0.0.0/0 -> igw-gone']) },
  ],
  wrong: [
    { name: 'in a private subnet', design: network().routeTable('rtb-fw', 'vpc-1', []), at: 'eni-i-fw', message: `${start}, but its subnet subnet-fw has no route to an internet gateway; put it into a public subnet.` },
    { name: 'without a public address', design: network(false), at: 'eni-i-fw', message: `${start}, which has no public IPv4 address; give it an Elastic IP address.` },
  ],
});
