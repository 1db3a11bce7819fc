import { asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManyVpcBlocks } from './too-many-vpc-blocks.ts';

const withBlocks = (count: number) =>
  new DesignBuilder().region().vpc('vpc-1', '10.2.0.0/24', { secondaryCidrs: Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [asRowId(`cidr-${index}`), { cidr: `10.2.${index + 1}.0/24` }])) });

ruleTester(tooManyVpcBlocks, {
  fine: [
    { name: 'five with the primary one', design: withBlocks(5) },
    { name: 'six in an account: its quota was raised', design: { ...withBlocks(6).build(), snapshot: { missing: [] } } },
  ],
  wrong: [
    { name: 'six', design: withBlocks(6), at: 'vpc-1', message: 'vpc-1 has 6 IPv4 CIDR blocks; AWS allows 5, and up to 50 when asked, so plan fewer and larger blocks.' },
    { name: 'more than AWS ever allows', design: withBlocks(51), at: 'vpc-1', severity: 'error', message: 'vpc-1 has 51 IPv4 CIDR blocks; AWS allows 50 at most, so plan fewer and larger blocks.' },
  ],
});
