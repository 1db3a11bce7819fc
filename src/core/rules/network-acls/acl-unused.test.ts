import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { aclUnused } from './acl-unused.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').networkAcl('acl-a', 'vpc-1', { inbound: [], outbound: [] });

ruleTester(aclUnused, {
  fine: [{ name: 'used; the default one need not be', design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', acl: 'acl-a' }) }],
  wrong: [
    { name: 'used by nobody', design: network(), at: 'acl-a', message: 'acl-a is used by no subnet of vpc-1; attach it to the subnets it is meant for, or delete it.', fixed: ['Delete acl-a'] },
    {
      name: 'named by a subnet of another VPC',
      design: network().vpc('vpc-2', '10.1.0.0/16').subnet('far', { vpc: 'vpc-gone', cidr: '10.1.1.0/24', acl: 'acl-a' }),
      at: 'acl-a',
      message: 'acl-a is used by no subnet of vpc-1; attach it to the subnets it is meant for, or delete it.',
    },
  ],
});
