import { asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { vpcBlockSize } from './vpc-block-size.ts';

const vpc = (cidr: string) => new DesignBuilder().region().vpc('vpc-1', cidr);
const ipv6 = (cidr: string) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16', { ipv6Cidrs: { [asRowId('ipv6-1')]: { cidr } } });

ruleTester(vpcBlockSize, {
  fine: [
    { name: 'the largest block', design: vpc('10.0.0.0/16') },
    { name: 'the smallest block', design: vpc('10.0.0.0/28') },
    { name: 'an IPv6 block as AWS gives it out', design: ipv6('2001:db8::/56') },
  ],
  wrong: [
    {
      name: 'too large, empty',
      design: vpc('10.0.0.0/15'),
      at: 'vpc-1',
      message: 'vpc-1 (10.0.0.0/15) is larger than /16, the largest block AWS gives a VPC; choose /16 to /28.',
      fixed: ['Change vpc-1 to 10.0.0.0/16'],
    },
    {
      name: 'too large, with a subnet in the second half',
      design: vpc('10.0.0.0/15').subnet('a', { vpc: 'vpc-1', cidr: '10.1.0.0/24' }),
      at: 'vpc-1',
      message: 'vpc-1 (10.0.0.0/15) is larger than /16, the largest block AWS gives a VPC; choose /16 to /28.',
    },
    {
      name: 'too small',
      design: vpc('10.0.0.0/29'),
      at: 'vpc-1',
      message: 'vpc-1 (10.0.0.0/29) is smaller than /28, the smallest block AWS gives a VPC; choose /16 to /28.',
      fixed: ['Change vpc-1 to 10.0.0.0/28'],
    },
    {
      name: 'an IPv6 block between the steps',
      design: ipv6('2001:db8::/57'),
      at: 'vpc-1/ipv6-1',
      message: 'vpc-1 (2001:db8::/57) has a prefix length AWS does not give a VPC; choose /44 to /60 in steps of 4.',
    },
  ],
});
