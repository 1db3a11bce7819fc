import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManyAclRules } from './too-many-acl-rules.ts';

const acl = (count: number, more: readonly string[] = []) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .networkAcl('acl-a', 'vpc-1', { inbound: [...Array.from({ length: count }, (_, index) => `${index + 1} allow tcp ${index + 1} from 0.0.0.0/0`), ...more], outbound: [] });

ruleTester(tooManyAclRules, {
  fine: [
    { name: '19 of your own, 20 with the closing one', design: acl(19) },
    { name: 'IPv6 is counted apart', design: acl(19, ['900 allow all from ::/0']) },
  ],
  wrong: [
    { name: '20 of your own', design: acl(20), at: 'acl-a', message: 'acl-a has 21 inbound IPv4 rules with the closing one; AWS allows 20, and up to 40 when asked, so join blocks and port ranges.' },
    { name: '40 of your own', design: acl(40), at: 'acl-a', severity: 'error', message: 'acl-a has 41 inbound IPv4 rules with the closing one; AWS allows 40 at most, so join blocks and port ranges.' },
  ],
});
