import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { singleZone } from './single-zone.ts';

const empty = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' });
const network = () => empty().instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] });

ruleTester(singleZone, {
  fine: [
    { name: 'two zones', design: network().subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', zone: 'us-east-1b' }) },
    { name: 'nothing runs in it', design: empty() },
  ],
  wrong: [
    { name: 'one subnet', design: network(), at: 'vpc-1', message: 'The one subnet of vpc-1 is in us-east-1a, so everything stops when that zone fails; add a subnet in a second zone.' },
    {
      name: 'two subnets of one zone',
      design: network().subnet('db-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }),
      at: 'vpc-1',
      message: 'Both subnets of vpc-1 are in us-east-1a, so everything stops when that zone fails; add a subnet in a second zone.',
    },
    {
      name: 'three subnets of one zone',
      design: network().subnet('db-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }).subnet('nat-a', { vpc: 'vpc-1', cidr: '10.0.3.0/24' }),
      at: 'vpc-1',
      message: 'All 3 subnets of vpc-1 are in us-east-1a, so everything stops when that zone fails; add a subnet in a second zone.',
    },
  ],
});
