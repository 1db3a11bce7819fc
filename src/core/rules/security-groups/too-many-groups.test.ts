import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManyGroups } from './too-many-groups.ts';

function inGroups(count: number, rulesEach: number): DesignBuilder {
  const builder = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' });
  const names = Array.from({ length: count }, (_, index) => `sg-${index}`);
  for (const [index, name] of names.entries()) builder.group(name, 'vpc-1', { inbound: Array.from({ length: rulesEach }, (_, rule) => `tcp ${index * rulesEach + rule + 1} from 10.0.0.0/8`) });
  return builder.instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: names });
}

ruleTester(tooManyGroups, {
  fine: [{ name: 'five groups', design: inGroups(5, 1) }],
  wrong: [
    { name: 'six groups', design: inGroups(6, 1), at: 'eni-web', message: 'The interface of web is in 6 security groups; AWS allows 5, and up to 16 when asked, so join groups that always go together.' },
    { name: 'seventeen groups', design: inGroups(17, 1), at: 'eni-web', severity: 'error', message: 'The interface of web is in 17 security groups; AWS allows 16 at most, so join groups that always go together.' },
    {
      name: 'more than a thousand rules together',
      design: inGroups(2, 501),
      at: 'eni-web',
      severity: 'error',
      message: 'The groups of the interface of web have 1,002 rules in one direction; AWS allows 1,000 at most, so join groups and rules.',
    },
  ],
});
