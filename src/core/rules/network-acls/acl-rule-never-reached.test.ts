import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { aclRuleNeverReached } from './acl-rule-never-reached.ts';

const acl = (inbound: readonly string[], outbound: readonly string[] = []) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').networkAcl('acl-a', 'vpc-1', { inbound, outbound });

ruleTester(aclRuleNeverReached, {
  fine: [
    { name: 'deny one port, allow the rest', design: acl(['100 deny tcp 22 from 0.0.0.0/0', '110 allow all from 0.0.0.0/0']) },
    { name: 'IPv4 and IPv6 are apart', design: acl(['100 allow all from 0.0.0.0/0', '101 allow all from ::/0']) },
    { name: 'a wider range behind a narrower one', design: acl(['100 allow tcp 443 from 10.0.0.0/16', '110 allow tcp 443 from 0.0.0.0/0']) },
    { name: 'inbound and outbound are apart', design: acl(['100 allow all from 0.0.0.0/0'], ['110 allow tcp 443 to 0.0.0.0/0']) },
    { name: 'one port is missing from the rules before', design: acl(['100 allow tcp 0-79 from 0.0.0.0/0', '110 allow tcp 81-65535 from 0.0.0.0/0', '120 deny tcp from 0.0.0.0/0']) },
  ],
  wrong: [
    {
      name: 'a denial behind an allowance',
      design: acl(['100 allow all from 0.0.0.0/0', '110 deny tcp 22 from 198.51.100.0/24']),
      at: 'acl-a/in-110',
      message: 'acl-a never gets to inbound rule 110 (deny TCP 22 from 198.51.100.0/24): rule 100 decides all of it first, and not the same way; give it a lower number or remove it.',
      fixed: ['Remove inbound rule 110 from acl-a'],
    },
    {
      name: 'an allowance that says it again',
      design: acl([], ['100 allow tcp 1024-65535 to 0.0.0.0/0', '110 allow tcp 32768-60999 to 10.0.0.0/16']),
      at: 'acl-a/out-110',
      severity: 'advice',
      message: 'acl-a never gets to outbound rule 110 (allow TCP 32768–60999 to 10.0.0.0/16): rule 100 decides all of it first, the same way; remove it.',
      fixed: ['Remove outbound rule 110 from acl-a'],
    },
    {
      name: 'covered by several rules together',
      design: acl(['100 allow tcp 0-1023 from 0.0.0.0/0', '110 deny tcp 1024-65535 from 0.0.0.0/0', '120 allow tcp from 10.0.0.0/8']),
      at: 'acl-a/in-120',
      message: 'acl-a never gets to inbound rule 120 (allow TCP from 10.0.0.0/8): rules 100 and 110 decide all of it first, and not the same way; give it a lower number or remove it.',
      fixed: ['Remove inbound rule 120 from acl-a'],
    },
  ],
});
