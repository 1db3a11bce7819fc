import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { peeringOneWay } from './peering-one-way.ts';

const peered = (back: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' })
    .routeTable('rtb-a', 'vpc-a', ['10.2.0.0/16 -> pcx-1'])
    .routeTable('rtb-b', 'vpc-b', back)
    .subnet('subnet-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a' })
    .subnet('subnet-b', { vpc: 'vpc-b', cidr: '10.2.1.0/24', table: 'rtb-b' });
const message = 'rtb-a of vpc-a sends traffic to pcx-1, but no route table of vpc-b sends anything back; add a route to 10.1.0.0/16 there.';

ruleTester(peeringOneWay, {
  fine: [
    { name: 'routes on both sides', design: peered(['10.1.0.0/16 -> pcx-1']) },
    { name: 'a narrower route back', design: peered(['10.1.1.0/24 -> pcx-1']) },
    { name: 'no route on either side', design: peered([]).routeTable('rtb-a', 'vpc-a', []) },
    { name: 'the other VPC is not in the design', design: peered([]).peering('pcx-1', { requester: 'vpc-a', far: { cidrs: ['10.2.0.0/16'] } }) },
    { name: 'not accepted yet', design: peered([]).peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'pending-acceptance' }) },
  ],
  wrong: [
    { name: 'no route back', design: peered([]), at: 'pcx-1', message, fixed: ['Add route 10.1.0.0/16 → pcx-1 in rtb-b'] },
    { name: 'no route back, and two tables to choose from', design: peered([]).subnet('subnet-b2', { vpc: 'vpc-b', cidr: '10.2.2.0/24' }), at: 'pcx-1', message },
    { name: 'the block leads elsewhere', design: peered(['10.1.0.0/16 -> local']), at: 'pcx-1', message },
    { name: 'a prefix list holds the block and leads elsewhere', design: peered(['pl-1 -> igw-1']).internetGateway('igw-1', 'vpc-b').prefixList('pl-1', ['10.1.0.0/16']), at: 'pcx-1', message },
    { name: 'the subnets there use a table of another VPC', design: peered([]).routeTable('rtb-b', 'vpc-c', []).vpc('vpc-c', '10.3.0.0/16'), at: 'pcx-1', message },
    { name: 'seen from the accepter', design: peered([]).peering('pcx-1', { requester: 'vpc-b', accepter: 'vpc-a' }), at: 'pcx-1', message, fixed: ['Add route 10.1.0.0/16 → pcx-1 in rtb-b'] },
  ],
});
