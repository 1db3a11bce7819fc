import { asResourceId, asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { natGatewayWithoutAddress } from './nat-gateway-without-address.ts';

const network = (connectivity: 'public' | 'private') =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .add('nat-1', { kind: 'nat-gateway', name: 'nat-1', connectivity, availability: 'zonal', subnet: asResourceId('public-a'), state: 'available', addresses: { [asRowId('address-1')]: { privateAddress: '10.0.1.20' } } });
const message = 'nat-1 is a public NAT gateway without an Elastic IP address; associate one, or make it private.';

ruleTester(natGatewayWithoutAddress, {
  fine: [
    { name: 'a private one', design: network('private') },
    { name: 'a public one with an address', design: network('private').natGateway('nat-1', { subnet: 'public-a', address: '10.0.1.20', public: '203.0.113.9' }) },
  ],
  wrong: [
    { name: 'none is allocated', design: network('public'), at: 'nat-1', message, fixed: ['Associate a new Elastic IP address with nat-1'] },
    {
      name: 'one is allocated',
      design: network('public').add('eip-1', { kind: 'elastic-ip', name: 'eip', region: asResourceId('us-east-1'), address: '203.0.113.77' }),
      at: 'nat-1',
      message,
      fixed: ['Associate the Elastic IP address 203.0.113.77 with nat-1'],
    },
  ],
});
