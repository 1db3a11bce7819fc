import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { virtualPrivateGatewayUnused } from './virtual-private-gateway-unused.ts';

const network = (attachedTo?: string) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', attachedTo);
const unused = 'vgw-1 has no VPN connection and no Direct Connect, so nothing lies behind it; connect a customer gateway, or delete it.';

ruleTester(virtualPrivateGatewayUnused, {
  fine: [
    { name: 'attached and connected', design: network('vpc-1').office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' }) },
    { name: 'with Direct Connect alone', design: network('vpc-1').virtualInterface('dxvif-1', 'vgw-1') },
    { name: 'by a Direct Connect gateway', design: network('vpc-1').directConnectGateway('dxgw-1', { 'vgw-1': [] }) },
    { name: 'an import that lacks the virtual interfaces', design: { ...network('vpc-1').build(), snapshot: { missing: [], answered: ['VpnConnections', 'directConnectGatewayAssociations'] } } },
    { name: 'Direct Connect of an earlier import may end there', design: network('vpc-1').add('dxvif-1', { kind: 'unmodelled', name: 'dx', type: 'virtual-interface', subnets: [], data: {} }) },
  ],
  wrong: [
    { name: 'attached, without a connection', design: network('vpc-1'), at: 'vgw-1', message: unused, fixed: ['Delete vgw-1'] },
    { name: 'an import that tells all of it', design: { ...network('vpc-1').build(), snapshot: { missing: [], answered: ['VpnConnections', 'directConnectGatewayAssociations', 'virtualInterfaces'] } }, at: 'vgw-1', message: unused, fixed: ['Delete vgw-1'] },
    { name: 'a route names it', design: network('vpc-1').routeTable('rtb-a', 'vpc-1', ['192.168.0.0/16 -> vgw-1']), at: 'vgw-1', message: unused },
    {
      name: 'connected, but detached',
      design: network().office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' }),
      at: 'vgw-1',
      severity: 'warning',
      message: 'vgw-1 has a way to on-premises but is attached to no VPC; attach it to the VPC that should be reached.',
    },
  ],
});
