import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { peeringWithoutRoute } from './peering-without-route.ts';

const peered = (lines: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' })
    .routeTable('rtb-a', 'vpc-a', lines);
const begun = (lines: readonly string[]) => peered(lines).subnet('subnet-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a' });

ruleTester(peeringWithoutRoute, {
  fine: [
    { name: 'a route on one side', design: begun(['10.2.0.0/16 -> pcx-1']) },
    { name: 'no subnet yet', design: peered([]) },
    { name: 'not accepted yet', design: begun([]).peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'pending-acceptance' }) },
    { name: 'a snapshot without route tables', design: { ...begun([]).build(), snapshot: { missing: ['route-tables'] } } },
  ],
  wrong: [{ name: 'no route at all', design: begun([]), at: 'pcx-1', message: 'pcx-1 is active, but no route table sends anything to it; add a route on both sides, or delete it.' }],
});
