import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { groupPortsReversed } from './group-ports-reversed.ts';

const group = (...inbound: readonly string[]) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-a', 'vpc-1', { inbound });

ruleTester(groupPortsReversed, {
  fine: [{ name: 'one port, and a range', design: group('tcp 22 from 10.0.0.0/8', 'tcp 80-90 from 10.0.0.0/8', 'all from 10.0.0.0/8') }],
  wrong: [
    {
      name: 'the wrong way round',
      design: group('tcp 90-80 from 0.0.0.0/0'),
      at: 'sg-a/in-1',
      message: 'sg-a has an inbound rule for ports 90–80, which ends before it begins and lets nothing through; swap the two ports.',
      fixed: ['Remove the inbound rule for ports 90–80 from sg-a'],
    },
  ],
});
