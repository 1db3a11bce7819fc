import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManyGroupRules } from './too-many-group-rules.ts';

const group = (count: number, from: string) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-a', 'vpc-1', { inbound: Array.from({ length: count }, (_, index) => `tcp ${index + 1} from ${from}`) });

ruleTester(tooManyGroupRules, {
  fine: [{ name: '60', design: group(60, '10.0.0.0/8') }],
  wrong: [
    { name: '61', design: group(61, '10.0.0.0/8'), at: 'sg-a', message: 'sg-a has 61 inbound rules that count for IPv4; AWS allows 60, and more when asked, so use a prefix list or join blocks.' },
    { name: 'rules about a group count for both families', design: group(61, 'sg-a'), at: ['sg-a', 'sg-a'], message: 'sg-a has 61 inbound rules that count for IPv4; AWS allows 60, and more when asked, so use a prefix list or join blocks.' },
  ],
});
