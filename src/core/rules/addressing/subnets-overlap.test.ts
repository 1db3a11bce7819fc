import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { subnetsOverlap } from './subnets-overlap.ts';

const vpc = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');
const two = (first: string, second: string) => vpc().subnet('a', { vpc: 'vpc-1', cidr: first }).subnet('b', { vpc: 'vpc-1', cidr: second });

ruleTester(subnetsOverlap, {
  fine: [
    { name: 'the two halves of a block', design: two('10.0.0.0/25', '10.0.0.128/25') },
    { name: 'equal blocks in two VPCs', design: two('10.0.0.0/24', '10.0.1.0/24').vpc('vpc-2', '10.0.0.0/16').subnet('c', { vpc: 'vpc-2', cidr: '10.0.0.0/24' }) },
  ],
  wrong: [
    {
      name: 'a block inside another',
      design: two('10.0.0.0/24', '10.0.0.128/25'),
      at: 'a',
      message: 'a (10.0.0.0/24) and b (10.0.0.128/25) in vpc-1 overlap; give one of them another block.',
      fixed: ['Move b to 10.0.1.0/25'],
    },
    {
      name: 'equal blocks, one of them in use',
      design: two('10.0.0.0/24', '10.0.0.0/24').instance('web', { subnet: 'b', address: '10.0.0.10', groups: ['sg-default-vpc-1'] }),
      at: 'a',
      message: 'a (10.0.0.0/24) and b (10.0.0.0/24) in vpc-1 overlap; give one of them another block.',
      fixed: ['Move a to 10.0.1.0/24'],
    },
    {
      name: 'three of them',
      design: two('10.0.0.0/24', '10.0.0.0/25').subnet('c', { vpc: 'vpc-1', cidr: '10.0.0.64/26' }),
      at: ['a', 'a', 'b'],
      message: 'a (10.0.0.0/24) and b (10.0.0.0/25) in vpc-1 overlap; give one of them another block.',
      fixed: ['Move b to 10.0.1.0/25'],
    },
  ],
});
