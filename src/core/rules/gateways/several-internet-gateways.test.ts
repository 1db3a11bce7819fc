import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { severalInternetGateways } from './several-internet-gateways.ts';

const network = (...routes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .internetGateway('igw-2', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', routes)
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' });
const message = 'vpc-1 has 2 internet gateways (igw-1 and igw-2); AWS attaches one, so detach the others.';

ruleTester(severalInternetGateways, {
  fine: [{ name: 'one each', design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').vpc('vpc-2', '10.1.0.0/16').internetGateway('igw-1', 'vpc-1').internetGateway('igw-2', 'vpc-2') }],
  wrong: [
    { name: 'no route names either', design: network(), at: 'vpc-1', message, fixed: ['Detach igw-2 from vpc-1'] },
    { name: 'the second one is routed to', design: network('0.0.0.0/0 -> igw-2'), at: 'vpc-1', message, fixed: ['Detach igw-1 from vpc-1'] },
    { name: 'both are routed to', design: network('0.0.0.0/0 -> igw-1', '198.51.100.0/24 -> igw-2'), at: 'vpc-1', message },
    {
      name: 'detaching the first one would expose SSH by the second',
      design: network('0.0.0.0/0 -> igw-2').group('sg-ssh', 'vpc-1', { inbound: ['tcp 22 from 0.0.0.0/0'] }).instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-ssh'], public: '203.0.113.1' }),
      at: 'vpc-1',
      message,
    },
  ],
});
