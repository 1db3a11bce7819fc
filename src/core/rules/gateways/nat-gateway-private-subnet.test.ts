import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { natGatewayPrivateSubnet } from './nat-gateway-private-subnet.ts';
import { asResourceId, asRowId } from '../../model/ids.ts';

const network = (...natRoutes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-nat', 'vpc-1', natRoutes)
    .routeTable('rtb-app', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('nat-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-nat' })
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-app' })
    .natGateway('nat-1', { subnet: 'nat-a', address: '10.0.1.20', public: '203.0.113.9' });

const regional = {
  kind: 'nat-gateway',
  name: 'nat-r',
  connectivity: 'public',
  availability: 'regional',
  vpc: asResourceId('vpc-1'),
  state: 'available',
  addresses: { [asRowId('address-1')]: { publicAddress: '203.0.113.9' } },
} as const;

const start = 'nat-1 stands in nat-a, whose route table rtb-nat has no route to an internet gateway, so it reaches nothing;';

ruleTester(natGatewayPrivateSubnet, {
  fine: [
    { name: 'in a public subnet', design: network('0.0.0.0/0 -> igw-1') },
    { name: 'a regional one needs no public subnet', design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').add('nat-r', regional) },
    { name: 'a broken way out is told by the rule about routes', design: network('0.0.0.0/0 -> igw-gone') },
    { name: 'a way out by something that is not modelled', design: network('0.0.0.0/0 -> vpce-1').add('vpce-1', { kind: 'unmodelled', name: 'firewall', type: 'vpc-endpoint', vpc: asResourceId('vpc-1'), subnets: [], data: {} }) },
    { name: 'a deleted one', design: network().natGateway('nat-1', { subnet: 'nat-a', address: '10.0.1.20', public: '203.0.113.9', state: 'deleted' }) },
  ],
  wrong: [
    { name: 'no way out', design: network(), at: 'nat-1', message: `${start} put it into a public subnet, or attach a public table to this one.`, fixed: ['Attach rtb-public to nat-a'] },
    { name: 'its own route leads to itself', design: network('0.0.0.0/0 -> nat-1'), at: 'nat-1', message: `${start} put it into a public subnet, or attach a public table to this one.`, fixed: ['Attach rtb-public to nat-a'] },
    {
      name: 'something else stands in the subnet',
      design: network().instance('app', { subnet: 'nat-a', address: '10.0.1.30', groups: ['sg-default-vpc-1'] }),
      at: 'nat-1',
      message: `${start} put it into a public subnet, or attach a public table to this one.`,
    },
    {
      name: 'the VPC has no internet gateway',
      design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').routeTable('rtb-nat', 'vpc-1', []).subnet('nat-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-nat' }).natGateway('nat-1', { subnet: 'nat-a', address: '10.0.1.20', public: '203.0.113.9' }),
      at: 'nat-1',
      message: `${start} attach an internet gateway to vpc-1 and route 0.0.0.0/0 to it.`,
    },
  ],
});
