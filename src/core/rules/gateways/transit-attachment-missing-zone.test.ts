import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { transitAttachmentMissingZone } from './transit-attachment-missing-zone.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const hub = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .routeTable('rtb-main-vpc-a', 'vpc-a', ['10.2.0.0/16 -> tgw-1'])
    .routeTable('rtb-main-vpc-b', 'vpc-b', ['10.1.0.0/16 -> tgw-1'])
    .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28' })
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28' })
    .transitGateway('tgw-1')
    .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'] })
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', [], { propagations: ['tgw-attach-a', 'tgw-attach-b'] });

ruleTester(transitAttachmentMissingZone, {
  fine: [
    { name: 'a subnet in every zone that sends', design: hub().build() },
    { name: 'a zone that sends nothing there', design: hub().routeTable('rtb-private', 'vpc-a', []).subnet('app-a2', { vpc: 'vpc-a', cidr: '10.1.2.0/24', zone: 'us-east-1b', table: 'rtb-private' }).build() },
  ],
  wrong: [
    {
      name: 'a zone without a subnet',
      design: hub().subnet('app-a2', { vpc: 'vpc-a', cidr: '10.1.2.0/24', zone: 'us-east-1b' }).build(),
      at: 'tgw-attach-a',
      fixed: ['Add app-a2 to tgw-attach-a'],
      message: 'app-a2 in us-east-1b sends traffic to tgw-1, but tgw-attach-a has no subnet in us-east-1b; add one there.',
    },
  ],
});
