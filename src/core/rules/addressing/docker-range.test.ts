import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { dockerRange } from './docker-range.ts';

const vpc = (cidr: string) => new DesignBuilder().region().vpc('vpc-1', cidr);

ruleTester(dockerRange, {
  fine: [
    { name: 'the block before', design: vpc('172.16.0.0/16') },
    { name: 'the block behind', design: vpc('172.18.0.0/16') },
  ],
  wrong: [
    {
      name: 'a part of it',
      design: vpc('172.17.8.0/24'),
      at: 'vpc-1',
      message: "vpc-1 (172.17.8.0/24) overlaps 172.17.0.0/16, Docker's own range; choose another block if containers run in it.",
    },
  ],
});
