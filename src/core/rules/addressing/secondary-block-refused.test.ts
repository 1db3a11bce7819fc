import { asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { secondaryBlockRefused } from './secondary-block-refused.ts';

const vpc = (primary: string, ...others: readonly string[]) =>
  new DesignBuilder().region().vpc('vpc-1', primary, { secondaryCidrs: Object.fromEntries(others.map((cidr, index) => [asRowId(`cidr-${index + 1}`), { cidr }])) });

ruleTester(secondaryBlockRefused, {
  fine: [
    { name: 'more of 10.0.0.0/8', design: vpc('10.0.0.0/24', '10.2.0.0/24') },
    { name: 'shared addresses beside private ones', design: vpc('10.0.0.0/24', '100.64.0.0/16') },
    { name: 'a doubt about what AWS reports itself', design: { ...vpc('10.2.0.0/16', '100.64.0.0/16', '10.3.0.0/16').build(), snapshot: { missing: [] } } },
  ],
  wrong: [
    {
      name: 'the clause for 10.0.0.0/15',
      design: vpc('10.0.0.0/24', '10.0.1.0/24'),
      at: 'vpc-1/cidr-1',
      message: '10.0.1.0/24 lies in 10.0.0.0/16, which AWS refuses while the VPC has 10.0.0.0/24 from 10.0.0.0/15; give vpc-1 another block.',
      fixed: ['Remove 10.0.1.0/24 from vpc-1'],
    },
    {
      name: 'another private range',
      design: vpc('10.0.0.0/24', '172.16.0.0/24'),
      at: 'vpc-1/cidr-1',
      message: '172.16.0.0/24 lies in 172.16.0.0/12, which AWS refuses for a VPC whose primary block is 10.0.0.0/24; give vpc-1 another block.',
      fixed: ['Remove 172.16.0.0/24 from vpc-1'],
    },
    {
      name: 'an overlap, told once',
      design: vpc('10.4.0.0/16', '10.5.0.0/16', '10.5.128.0/24'),
      at: 'vpc-1/cidr-2',
      message: '10.5.128.0/24 overlaps 10.5.0.0/16, which the VPC has already; give vpc-1 another block.',
      fixed: ['Remove 10.5.128.0/24 from vpc-1'],
    },
    {
      name: 'in use',
      design: vpc('192.168.0.0/20', '198.19.0.0/20').subnet('a', { vpc: 'vpc-1', cidr: '198.19.0.0/24' }),
      at: 'vpc-1/cidr-1',
      message: '198.19.0.0/20 lies in 198.19.0.0/16, which AWS refuses for a VPC whose primary block is 192.168.0.0/20; give vpc-1 another block.',
    },
    {
      name: 'a doubtful one',
      design: vpc('10.2.0.0/16', '100.64.0.0/16', '10.3.0.0/16'),
      at: 'vpc-1/cidr-2',
      severity: 'warning',
      message: "10.3.0.0/16 may be refused: read strictly, AWS's table does not let a VPC that has 100.64.0.0/16 add it; give vpc-1 another block.",
      fixed: ['Remove 10.3.0.0/16 from vpc-1'],
    },
  ],
});
