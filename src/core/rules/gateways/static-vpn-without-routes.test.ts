import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { staticVpnWithoutRoutes } from './static-vpn-without-routes.ts';

const office = (staticRoutes?: readonly string[]) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', 'vpc-1').office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16', ...(staticRoutes && { staticRoutes }) });
const message = 'vpn-office uses static routing and has no static route, so nothing is sent to cgw-office; add the blocks of the network behind it.';

ruleTester(staticVpnWithoutRoutes, {
  fine: [
    { name: 'BGP', design: office() },
    { name: 'static with a route', design: office(['192.168.0.0/16']) },
  ],
  wrong: [
    { name: 'static without', design: office([]), at: 'vpn-office', message, fixed: ['Add the static routes 192.168.0.0/16 to vpn-office'] },
    {
      name: 'nobody said what lies behind it',
      design: office([]).add('cgw-office', { kind: 'customer-gateway', name: 'cgw-office', region: asResourceId('us-east-1') }),
      at: 'vpn-office',
      message,
    },
  ],
});
