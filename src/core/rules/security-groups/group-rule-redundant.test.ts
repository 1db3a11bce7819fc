import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { groupRuleRedundant } from './group-rule-redundant.ts';

const group = (...inbound: readonly string[]) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-a', 'vpc-1', { inbound });

ruleTester(groupRuleRedundant, {
  fine: [
    { name: 'two ports', design: group('tcp 80 from 0.0.0.0/0', 'tcp 443 from 0.0.0.0/0') },
    { name: 'two groups', design: group('tcp 80 from sg-default-vpc-1', 'tcp 80 from sg-a') },
    { name: 'a group and a block', design: group('tcp 80 from sg-a', 'tcp 80 from 10.0.0.0/16') },
    { name: 'IPv4 and IPv6', design: group('tcp 80 from 0.0.0.0/0', 'tcp 80 from ::/0') },
    { name: 'SSH for everybody is the rule to narrow, not the narrow one to remove', design: group('tcp 22 from 0.0.0.0/0', 'tcp 22 from 198.51.100.7/32') },
  ],
  wrong: [
    {
      name: 'a block inside another',
      design: group('tcp 443 from 10.0.0.0/8', 'tcp 443 from 10.1.0.0/16'),
      at: 'sg-a/in-2',
      message: 'sg-a has a rule that lets TCP 443 in from 10.1.0.0/16, but the rule for TCP 443 from 10.0.0.0/8 allows it already; remove it.',
      fixed: ['Remove the inbound rule for TCP 443 from 10.1.0.0/16 from sg-a'],
    },
    {
      name: 'the same twice: the later one goes',
      design: group('tcp 80 from sg-default-vpc-1', 'tcp 80 from sg-default-vpc-1'),
      at: 'sg-a/in-2',
      message: 'sg-a has a rule that lets TCP 80 in from sg-default-vpc-1, but the rule for TCP 80 from sg-default-vpc-1 allows it already; remove it.',
      fixed: ['Remove the inbound rule for TCP 80 from sg-default-vpc-1 from sg-a'],
    },
    {
      name: 'two halves make the whole',
      design: group('tcp 443 from 0.0.0.0/1', 'tcp 443 from 128.0.0.0/1', 'tcp 443 from 0.0.0.0/0'),
      at: ['sg-a/in-3'],
      message: 'sg-a has a rule that lets TCP 443 in from 0.0.0.0/0, but 2 other rules together allow it already; remove it.',
      fixed: ['Remove the inbound rule for TCP 443 from 0.0.0.0/0 from sg-a'],
    },
    {
      name: 'outbound beside all traffic',
      design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-a', 'vpc-1', { inbound: [], outbound: ['all to 0.0.0.0/0', 'tcp 443 to 0.0.0.0/0'] }),
      at: 'sg-a/out-2',
      message: 'sg-a has a rule that lets TCP 443 out to 0.0.0.0/0, but the rule for all traffic to 0.0.0.0/0 allows it already; remove it.',
      fixed: ['Remove the outbound rule for TCP 443 to 0.0.0.0/0 from sg-a'],
    },
  ],
});
