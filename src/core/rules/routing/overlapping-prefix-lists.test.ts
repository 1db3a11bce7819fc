import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { overlappingPrefixLists } from './overlapping-prefix-lists.ts';

const routed = (second: readonly string[] | undefined, lines: readonly string[] = ['pl-1 -> pcx-1', 'pl-2 -> vgw-1']) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .virtualPrivateGateway('vgw-1', 'vpc-a')
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' })
    .prefixList('pl-1', ['10.2.0.0/16'])
    .prefixList('pl-2', second)
    .routeTable('rtb-a', 'vpc-a', lines);

ruleTester(overlappingPrefixLists, {
  fine: [
    { name: 'lists apart', design: routed(['10.3.0.0/16']) },
    { name: 'the same target', design: routed(['10.2.0.0/16'], ['pl-1 -> pcx-1', 'pl-2 -> pcx-1']) },
    { name: 'a list that is not known', design: routed(undefined) },
    { name: 'a block and a list', design: routed(['10.2.0.0/16'], ['10.2.0.0/16 -> pcx-1', 'pl-2 -> vgw-1']) },
  ],
  wrong: [
    { name: 'the same block', design: routed(['10.3.0.0/16', '10.2.0.0/16']), at: 'rtb-a/route-1', message: 'rtb-a routes pl-1 and pl-2 to different targets, and both hold addresses of 10.2.0.0/16; take the block out of one of the lists.' },
    { name: 'a block inside another', design: routed(['10.2.1.0/24']), at: 'rtb-a/route-1', message: 'rtb-a routes pl-1 and pl-2 to different targets, and both hold addresses of 10.2.1.0/24; take the block out of one of the lists.' },
  ],
});
