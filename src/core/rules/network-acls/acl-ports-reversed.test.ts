import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { aclPortsReversed } from './acl-ports-reversed.ts';

const acl = (...outbound: readonly string[]) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').networkAcl('acl-a', 'vpc-1', { inbound: ['100 allow all from 0.0.0.0/0'], outbound });

ruleTester(aclPortsReversed, {
  fine: [{ name: 'a range', design: acl('100 allow tcp 1024-65535 to 0.0.0.0/0') }],
  wrong: [
    {
      name: 'the wrong way round',
      design: acl('100 allow tcp 65535-1024 to 0.0.0.0/0'),
      at: 'acl-a/out-100',
      message: 'acl-a has an outbound rule for ports 65535–1024, which ends before it begins and decides nothing; swap the two ports.',
      fixed: ['Remove the outbound rule for ports 65535–1024 from acl-a'],
    },
  ],
});
