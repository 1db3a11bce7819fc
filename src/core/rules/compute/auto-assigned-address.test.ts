import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { autoAssignedAddress } from './auto-assigned-address.ts';

const network = (inbound: readonly string[], isElastic: boolean) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .group('sg-web', 'vpc-1', { inbound })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.1', isElastic });

ruleTester(autoAssignedAddress, {
  fine: [
    { name: 'an Elastic IP address', design: network(['tcp 443 from 0.0.0.0/0'], true) },
    { name: 'nobody has to know the address', design: network([], false) },
  ],
  wrong: [
    {
      name: 'a server with an auto-assigned address',
      design: network(['tcp 443 from 0.0.0.0/0'], false),
      at: 'web',
      message: 'web serves the internet at 203.0.113.1, which is auto-assigned and changes when it is stopped and started; associate an Elastic IP address.',
      fixed: ['Associate a new Elastic IP address with web'],
    },
  ],
});
