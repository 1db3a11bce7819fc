import { asResourceId, asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { vpnTunnelDown } from './vpn-tunnel-down.ts';

const withTunnels = (...statuses: readonly ('up' | 'down')[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' })
    .add('vpn-office', {
      kind: 'vpn-connection',
      name: 'vpn-office',
      customerGateway: asResourceId('cgw-office'),
      gateway: asResourceId('vgw-1'),
      routing: 'bgp',
      staticRoutes: {},
      tunnels: Object.fromEntries(statuses.map((status, index) => [asRowId(`tunnel-${index + 1}`), { status }])),
      state: 'available',
    });

ruleTester(vpnTunnelDown, {
  fine: [
    { name: 'both up', design: withTunnels('up', 'up') },
    { name: 'drawn, without tunnels', design: withTunnels() },
  ],
  wrong: [
    { name: 'both down', design: withTunnels('down', 'down'), at: 'vpn-office', message: "vpn-office has all tunnels down, so nothing passes it; check the customer gateway's device and its configuration." },
    { name: 'the only one down', design: withTunnels('down'), at: 'vpn-office', message: "vpn-office has its only tunnel down, so nothing passes it; check the customer gateway's device and its configuration." },
    { name: 'one down', design: withTunnels('up', 'down'), at: 'vpn-office', severity: 'advice', message: 'vpn-office has 1 of 2 tunnels up; bring up the other one, because AWS takes a tunnel down for maintenance.' },
    { name: 'only one', design: withTunnels('up'), at: 'vpn-office', severity: 'advice', message: 'vpn-office has one tunnel; configure the second one, because AWS takes a tunnel down for maintenance.' },
  ],
});
