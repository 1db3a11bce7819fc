import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { subnetSize } from './subnet-size.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');
const subnet = (cidr: string) => network().subnet('app-a', { vpc: 'vpc-1', cidr });

ruleTester(subnetSize, {
  fine: [
    { name: 'as large as the VPC', design: subnet('10.0.0.0/16') },
    { name: 'the smallest', design: subnet('10.0.0.16/28') },
  ],
  wrong: [
    {
      name: 'too small',
      design: subnet('10.0.0.8/29'),
      at: 'app-a',
      message: 'app-a (10.0.0.8/29) is smaller than /28, the smallest subnet AWS allows; choose /16 to /28.',
      fixed: ['Enlarge app-a to 10.0.0.0/28'],
    },
    {
      name: 'too small, with a neighbour',
      design: subnet('10.0.0.0/29').subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.0.8/29' }),
      at: ['app-a', 'app-b'],
      message: 'app-a (10.0.0.0/29) is smaller than /28, the smallest subnet AWS allows; choose /16 to /28.',
    },
    { name: 'too large', design: subnet('10.0.0.0/15'), at: 'app-a', message: 'app-a (10.0.0.0/15) is larger than /16, the largest subnet AWS allows; choose /16 to /28.' },
  ],
});
