import { applianceNetwork as network } from '../../testing/appliance-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { edgeRouteRefused } from './edge-route-refused.ts';

const start = 'rtb-edge is the table of a gateway and has a route to';
const block = 'which is neither a whole block of vpc-1 nor of one of its subnets; name one exactly, or remove the route.';
const ssh = { inbound: ['tcp 22 from 0.0.0.0/0'] };

ruleTester(edgeRouteRefused, {
  fine: [
    { name: 'a subnet', design: network() },
    { name: 'the VPC', design: network({ edge: ['10.0.0.0/16 -> eni-i-fw'] }) },
    { name: 'local', design: network({ edge: ['10.0.1.0/24 -> local'] }) },
    { name: 'the table of subnets', design: network({ edge: ['10.0.1.0/25 -> eni-i-fw'], gateways: [] }) },
  ],
  wrong: [
    { name: 'half a subnet', design: network({ edge: ['10.0.1.0/25 -> eni-i-fw'] }), at: 'rtb-edge/route-1', message: `${start} 10.0.1.0/25, ${block}`, fixed: ['Remove the route to 10.0.1.0/25 from rtb-edge'] },
    { name: 'beyond the VPC', design: network({ edge: ['0.0.0.0/0 -> eni-i-fw'] }).group('sg-web', 'vpc-1', ssh), at: 'rtb-edge/route-1', message: `${start} 0.0.0.0/0, ${block}` },
    { name: 'a gateway', design: network({ edge: ['10.0.1.0/24 -> igw-1'] }), at: 'rtb-edge/route-1', message: `${start} 10.0.1.0/24 by igw-1, but what comes in can be sent only to an interface in vpc-1 or to a Gateway Load Balancer endpoint; choose one, or remove the route.`, fixed: ['Remove the route to 10.0.1.0/24 from rtb-edge'] },
    { name: 'a prefix list', design: network({ edge: ['pl-1 -> eni-i-fw'] }), at: 'rtb-edge/route-1', message: `${start} pl-1, a prefix list; AWS takes none there, so name the block of vpc-1 or of a subnet.`, fixed: ['Remove the route to pl-1 from rtb-edge'] },
  ],
});
