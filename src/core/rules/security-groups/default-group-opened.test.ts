import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { defaultGroupOpened } from './default-group-opened.ts';

const network = (...inbound: readonly string[]) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-default-vpc-1', 'vpc-1', { inbound }).subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' });
const used = (...inbound: readonly string[]) => network(...inbound).instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] });

ruleTester(defaultGroupOpened, {
  fine: [
    { name: 'as AWS makes it', design: used('all from sg-default-vpc-1') },
    { name: 'opened to one address', design: used('tcp 22 from 198.51.100.7/32') },
    { name: 'opened, but nothing is in it', design: network('tcp 443 from 0.0.0.0/0') },
    {
      name: 'what it exposes is told by the rule about exposure',
      design: network('tcp 22 from 0.0.0.0/0')
        .internetGateway('igw-1', 'vpc-1')
        .routeTable('rtb-main-vpc-1', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
        .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'], public: '203.0.113.1' }),
    },
  ],
  wrong: [
    {
      name: 'opened to everybody',
      design: used('all from sg-default-vpc-1', 'tcp 443 from 0.0.0.0/0', 'tcp 80 from 0.0.0.0/0'),
      at: 'sg-default-vpc-1/in-2',
      message: 'The default group sg-default-vpc-1 of vpc-1 lets the internet in, and web and whatever is created without a group are in it; put such rules into a group of their own.',
      fixed: ['Remove what sg-default-vpc-1 lets in from the internet'],
    },
  ],
});
