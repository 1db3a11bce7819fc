import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { virtualPrivateGatewayWithoutRoute } from './virtual-private-gateway-without-route.ts';

const network = (routes: readonly string[], propagating: readonly string[] = []) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' })
    .routeTable('rtb-a', 'vpc-1', routes, propagating)
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' });

ruleTester(virtualPrivateGatewayWithoutRoute, {
  fine: [
    { name: 'a static route', design: network(['192.168.0.0/16 -> vgw-1']) },
    { name: 'propagation', design: network([], ['vgw-1']) },
  ],
  wrong: [
    { name: 'neither', design: network([]), at: 'vgw-1', message: 'vgw-1 connects vpc-1 by vpn-office, but no route table of vpc-1 leads to it; turn on propagation or add routes for the far network.' },
  ],
});
