import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { transitAttachmentMissingZone } from './transit-attachment-missing-zone.ts';

/** Two VPCs on one transit gateway, routed both ways. */
ruleTester(transitAttachmentMissingZone, {
  fine: [
    { name: 'a subnet in every zone that sends', design: bareHub().build() },
    { name: 'a zone that sends nothing there', design: bareHub().routeTable('rtb-private', 'vpc-a', []).subnet('app-a2', { vpc: 'vpc-a', cidr: '10.1.2.0/24', zone: 'us-east-1b', table: 'rtb-private' }).build() },
  ],
  wrong: [
    {
      name: 'a zone without a subnet',
      design: bareHub().subnet('app-a2', { vpc: 'vpc-a', cidr: '10.1.2.0/24', zone: 'us-east-1b' }).build(),
      at: 'tgw-attach-a',
      fixed: ['Add app-a2 to tgw-attach-a'],
      message: 'app-a2 in us-east-1b sends traffic to tgw-1, but tgw-attach-a has no subnet in us-east-1b; add one there.',
    },
  ],
});
