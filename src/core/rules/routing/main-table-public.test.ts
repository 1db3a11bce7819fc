import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { mainTablePublic } from './main-table-public.ts';

const network = (isDefault: boolean, mainRoutes: readonly string[]) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16', { isDefault }).internetGateway('igw-1', 'vpc-1').routeTable('rtb-main-vpc-1', 'vpc-1', mainRoutes);
const message = 'The main route table rtb-main-vpc-1 of vpc-1 sends 0.0.0.0/0 to igw-1, so every new subnet is public; keep that route in a custom table.';

ruleTester(mainTablePublic, {
  fine: [
    { name: 'a main table without a way out', design: network(false, []) },
    { name: 'the default VPC', design: network(true, ['0.0.0.0/0 -> igw-1']) },
  ],
  wrong: [
    { name: 'nobody uses it yet', design: network(false, ['0.0.0.0/0 -> igw-1']), at: 'rtb-main-vpc-1/route-1', message, fixed: ['Remove the route to igw-1 from rtb-main-vpc-1'] },
    {
      name: 'subnets ride on it and keep their way',
      design: network(false, ['0.0.0.0/0 -> igw-1'])
        .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
        .group('sg-ssh', 'vpc-1', { inbound: ['tcp 22 from 0.0.0.0/0'] })
        .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-ssh'], public: '203.0.113.1' }),
      at: 'rtb-main-vpc-1/route-1',
      message,
      fixed: ['Move the route to igw-1 into a new table rtb-public'],
    },
    {
      name: 'a subnet of another VPC rides on it',
      design: network(false, []).routeTable('rtb-2', 'vpc-2', []).vpc('vpc-2', '10.2.0.0/16', { mainRouteTable: asResourceId('rtb-main-vpc-1') }).routeTable('rtb-main-vpc-1', 'vpc-1', ['0.0.0.0/0 -> igw-1']).subnet('far', { vpc: 'vpc-2', cidr: '10.2.1.0/24' }),
      at: 'rtb-main-vpc-1/route-1',
      message,
    },
    { name: 'a subnet chose it', design: network(false, ['0.0.0.0/0 -> igw-1']).subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-main-vpc-1' }), at: 'rtb-main-vpc-1/route-1', message },
  ],
});
