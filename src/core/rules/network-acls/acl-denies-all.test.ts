import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { aclDeniesAll } from './acl-denies-all.ts';

const network = (inbound: readonly string[], outbound: readonly string[]) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').networkAcl('acl-a', 'vpc-1', { inbound, outbound }).subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', acl: 'acl-a' });
const inhabited = (inbound: readonly string[], outbound: readonly string[]) => network(inbound, outbound).instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] });

ruleTester(aclDeniesAll, {
  fine: [
    { name: 'an empty subnet', design: network([], []) },
    { name: 'something passes both ways', design: inhabited(['100 allow tcp 443 from 10.0.0.0/16'], ['100 allow tcp 1024-65535 to 10.0.0.0/16']) },
  ],
  wrong: [
    {
      name: 'a new ACL without rules',
      design: inhabited([], []),
      at: 'acl-a',
      message: 'acl-a lets nothing in or out of app-a, where interfaces stand; add rules that allow what is meant.',
      fixed: ['Allow all traffic of 10.0.0.0/16 in acl-a'],
    },
    {
      name: 'nothing gets in',
      design: inhabited([], ['100 allow all to 0.0.0.0/0']),
      at: 'acl-a',
      message: 'acl-a lets nothing into app-a, where interfaces stand, so no request and no reply gets in; add rules that allow what is meant.',
      fixed: ['Allow all traffic of 10.0.0.0/16 in acl-a'],
    },
    {
      name: 'nothing gets out, because a denial comes first',
      design: inhabited(['100 allow all from 0.0.0.0/0'], ['90 deny all to 0.0.0.0/0', '100 allow tcp 443 to 0.0.0.0/0']),
      at: 'acl-a',
      message: 'acl-a lets nothing out of app-a, where interfaces stand, so no request and no reply gets out; add rules that allow what is meant.',
      fixed: ['Allow all traffic of 10.0.0.0/16 in acl-a'],
    },
  ],
});
