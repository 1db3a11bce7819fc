import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { customerGatewayUnused } from './customer-gateway-unused.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', 'vpc-1');

ruleTester(customerGatewayUnused, {
  fine: [
    { name: 'a VPN connection uses it', design: network().office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' }) },
    { name: 'an import without the VPN connections', design: { ...network().add('cgw-1', { kind: 'customer-gateway', name: 'cgw-1', region: asResourceId('us-east-1') }).build(), snapshot: { missing: [] } } },
  ],
  wrong: [
    {
      name: 'none does',
      design: network().add('cgw-1', { kind: 'customer-gateway', name: 'cgw-1', region: asResourceId('us-east-1') }),
      at: 'cgw-1',
      message: 'No VPN connection uses cgw-1; connect it to a virtual private gateway, or delete it.',
      fixed: ['Delete cgw-1'],
    },
  ],
});
