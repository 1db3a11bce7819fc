import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { vpcBlockRange } from './vpc-block-range.ts';

const vpc = (cidr: string) => new DesignBuilder().region().vpc('vpc-1', cidr);

ruleTester(vpcBlockRange, {
  fine: [
    { name: 'private', design: vpc('192.168.0.0/16') },
    { name: 'shared by carriers', design: vpc('100.64.0.0/16') },
    { name: 'the last block below 224.0.0.0', design: vpc('223.255.0.0/16') },
  ],
  wrong: [
    {
      name: 'link-local',
      design: vpc('169.254.0.0/16'),
      at: 'vpc-1',
      severity: 'error',
      message: 'vpc-1 (169.254.0.0/16) lies in 169.254.0.0/16, which is link-local and which AWS gives to no VPC; choose a private block such as 10.0.0.0/16.',
    },
    {
      name: 'from 224.0.0.0 up',
      design: vpc('240.0.0.0/16'),
      at: 'vpc-1',
      message: 'vpc-1 (240.0.0.0/16) lies in 224.0.0.0/3, where multicast and reserved addresses begin and Windows instances fail to boot; choose a private block such as 10.0.0.0/16.',
    },
    {
      name: 'loopback',
      design: vpc('127.0.0.0/24'),
      at: 'vpc-1',
      message: 'vpc-1 (127.0.0.0/24) lies in 127.0.0.0/8, which every machine keeps for itself as loopback; choose a private block such as 10.0.0.0/16.',
    },
  ],
});
