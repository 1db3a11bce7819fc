import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { instanceWithoutPublicAddress } from './instance-without-public-address.ts';

const network = (inbound: readonly string[], given: { readonly routes?: readonly string[]; readonly public?: string; readonly state?: 'running' | 'stopped' } = {}) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', given.routes ?? ['0.0.0.0/0 -> igw-1'])
    .group('sg-web', 'vpc-1', { inbound })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-web'], ...(given.public !== undefined && { public: given.public }), more: { state: given.state ?? 'running' } });

const https = ['tcp 443 from 0.0.0.0/0'];

ruleTester(instanceWithoutPublicAddress, {
  fine: [
    { name: 'with an address', design: network(https, { public: '203.0.113.1' }) },
    { name: 'in a private subnet', design: network(https, { routes: [] }) },
    { name: 'serves nobody on the internet', design: network(['tcp 443 from 10.0.0.0/16']) },
    { name: 'lets only SSH in: that wants narrowing, not an address', design: network(['tcp 22 from 0.0.0.0/0']) },
    { name: 'stopped', design: network(https, { state: 'stopped' }) },
    { name: 'behind a load balancer', design: network(https).loadBalancer('lb', { vpc: 'vpc-1', subnets: [], listeners: [] }) },
  ],
  wrong: [
    {
      name: 'without an address',
      design: network(https),
      at: 'web',
      message: 'web stands in the public subnet public-a and lets the internet in (TCP 443), but has no public address; associate an Elastic IP address.',
      fixed: ['Associate a new Elastic IP address with web'],
    },
    {
      name: 'an address would expose SSH as well: giving one is left to a person',
      design: network([...https, 'tcp 22 from 0.0.0.0/0']),
      at: 'web',
      message: 'web stands in the public subnet public-a and lets the internet in (TCP 443), but has no public address; associate an Elastic IP address.',
    },
    {
      name: 'lets everything in: the holes of a wide rule are not listed one by one',
      design: network(['tcp 0-65535 from 0.0.0.0/0']),
      at: 'web',
      message: 'web stands in the public subnet public-a and lets the internet in (TCP 0–21, 24–134 and 17 more ranges), but has no public address; associate an Elastic IP address.',
    },
  ],
});
