import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { transitOneWay } from './transit-one-way.ts';

/** Two VPCs on one transit gateway, routed both ways. */
ruleTester(transitOneWay, {
  fine: [
    { name: 'both ways', design: bareHub().instance('i-a', { subnet: 'link-a', address: '10.1.9.9', groups: ['sg-default-vpc-a'] }).build() },
    { name: 'only the subnet of a NAT gateway routes there', design: bareHub().instance('i-a', { subnet: 'link-a', address: '10.1.9.9', groups: ['sg-default-vpc-a'] }).routeTable('rtb-own', 'vpc-a', []).subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28', table: 'rtb-own' }).subnet('nat-a', { vpc: 'vpc-a', cidr: '10.1.8.0/28' }).routeTable('rtb-main-vpc-b', 'vpc-b', []).build() },
    { name: 'neither way', design: bareHub().instance('i-a', { subnet: 'link-a', address: '10.1.9.9', groups: ['sg-default-vpc-a'] }).routeTable('rtb-main-vpc-a', 'vpc-a', []).routeTable('rtb-main-vpc-b', 'vpc-b', []).build() },
  ],
  wrong: [
    { name: 'the far VPC has no route', design: bareHub().instance('i-a', { subnet: 'link-a', address: '10.1.9.9', groups: ['sg-default-vpc-a'] }).routeTable('rtb-main-vpc-b', 'vpc-b', []).build(), at: 'vpc-a', message: 'rtb-main-vpc-a sends traffic of vpc-a through tgw-1 to vpc-b, but no route table of vpc-b sends anything back; add a route to vpc-a there.' },
    {
      name: 'the transit gateway does not lead back',
      design: bareHub().instance('i-a', { subnet: 'link-a', address: '10.1.9.9', groups: ['sg-default-vpc-a'] }).transitTable('tgw-rtb-2', 'tgw-1', []).attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'], table: 'tgw-rtb-2' }).build(),
      at: 'vpc-a',
      message: 'rtb-main-vpc-a sends traffic of vpc-a through tgw-1 to vpc-b, but the route table of tgw-1 for vpc-b does not lead back; propagate vpc-a into it or add a route.',
    },
  ],
});
