import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManyGroupRules } from './too-many-group-rules.ts';

const group = (count: number, from: string) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-a', 'vpc-1', { inbound: Array.from({ length: count }, (_, index) => `tcp ${index + 1} from ${from}`) });

const list = (given: { readonly maximumEntries?: number; readonly family?: 'ipv4' | 'ipv6' }, cidrs?: readonly string[]) =>
  group(10, '10.0.0.0/8').group('sg-a', 'vpc-1', { inbound: [...Array.from({ length: 10 }, (_, index) => `tcp ${index + 1} from 10.0.0.0/8`), 'tcp 443 from pl-1'] }).prefixList('pl-1', cidrs, given);

ruleTester(tooManyGroupRules, {
  fine: [
    { name: '60', design: group(60, '10.0.0.0/8') },
    { name: '10 and a list of at most 50', design: list({ maximumEntries: 50, family: 'ipv4' }) },
    { name: 'a list of the other family', design: list({ maximumEntries: 55, family: 'ipv6' }) },
    { name: 'a list of which only the id is known counts as one', design: list({}) },
  ],
  wrong: [
    {
      name: '10 and a list of at most 51, however few it holds',
      design: list({ maximumEntries: 51, family: 'ipv4' }, ['192.168.0.0/16']),
      at: 'sg-a',
      message: 'sg-a has 61 inbound rules that count for IPv4; AWS allows 60, and more when asked, so use a prefix list or join blocks.',
    },
    { name: '61', design: group(61, '10.0.0.0/8'), at: 'sg-a', message: 'sg-a has 61 inbound rules that count for IPv4; AWS allows 60, and more when asked, so use a prefix list or join blocks.' },
    { name: 'rules about a group count for both families', design: group(61, 'sg-a'), at: ['sg-a', 'sg-a'], message: 'sg-a has 61 inbound rules that count for IPv4; AWS allows 60, and more when asked, so use a prefix list or join blocks.' },
  ],
});
