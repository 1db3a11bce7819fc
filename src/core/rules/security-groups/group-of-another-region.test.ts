import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { groupOfAnotherRegion } from './group-of-another-region.ts';

const peered = (region: string) =>
  new DesignBuilder()
    .region()
    .region('eu-west-1')
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16', { region: asResourceId(region) })
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' })
    .group('sg-a', 'vpc-a', { inbound: [] })
    .group('sg-b', 'vpc-b', { inbound: ['tcp 443 from sg-a', 'tcp 22 from sg-b'] });

ruleTester(groupOfAnotherRegion, {
  fine: [
    { name: 'one Region', design: peered('us-east-1') },
    { name: 'no peering of the two', design: peered('eu-west-1').peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'deleted' }) },
  ],
  wrong: [
    {
      name: 'two Regions',
      design: peered('eu-west-1'),
      at: 'sg-b/in-1',
      message: 'sg-b lets TCP 443 in from sg-a, a group of vpc-a in another Region, where groups cannot be named; name the block of vpc-a instead.',
      fixed: ['Remove the inbound rule for TCP 443 from sg-b'],
    },
  ],
});
